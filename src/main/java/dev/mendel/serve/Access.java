package dev.mendel.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides who may ask. Only who has the token may, which the printed address holds: it is exchanged for a
/// cookie at once, so that it stands in no address that a page could tell on.
///
/// @param port the server's: cookies are the same for all ports, so it is part of the cookie's name
record Access(String token, int port) {
    private static final String PARAMETER = "token=";

    /// Names that no other site can have. A site could make its own name lead to this machine, and its pages
    /// then would be of the same origin; but its name is not one of these.
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");

    /// Access by a new token of 128 random bits.
    static Access to(int port) {
        var bits = new byte[16];
        new SecureRandom().nextBytes(bits);
        return new Access(Base64.getUrlEncoder().withoutPadding().encodeToString(bits), port);
    }

    /// What has to be answered in place of what was asked for; empty for who may have that.
    Optional<Reply> objection(HttpExchange asked) {
        if (!isOurs(asked)) {
            return Optional.of(Reply.page(
                    421,
                    "Not here",
                    "This server answers to 127.0.0.1 and localhost only, whatever name leads to it."));
        }
        if (!Set.of("GET", "HEAD").contains(asked.getRequestMethod())) {
            return Optional.of(Reply.page(405, "Nothing to do here", "This server only shows: it takes GET and HEAD.")
                    .with("Allow", "GET, HEAD"));
        }
        List<String> query = query(asked);
        Optional<String> given = query.stream()
                .filter(part -> part.startsWith(PARAMETER))
                .map(part -> part.substring(PARAMETER.length()))
                .findFirst();
        if (given.isPresent()) {
            return Optional.of(isToken(given.get()) ? admitted(asked, query) : refused());
        }
        return hasCookie(asked.getRequestHeaders()) ? Optional.empty() : Optional.of(refused());
    }

    private static boolean isOurs(HttpExchange asked) {
        List<String> hosts = asked.getRequestHeaders().getOrDefault("Host", List.of());
        String named = asked.getRequestURI().getHost();
        return hosts.size() == 1
                && HOSTS.contains(
                        hosts.getFirst().replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT))
                && (named == null || HOSTS.contains(named.toLowerCase(Locale.ROOT)));
    }

    private static List<String> query(HttpExchange asked) {
        String query = asked.getRequestURI().getRawQuery();
        return query == null ? List.of() : List.of(query.split("&"));
    }

    private boolean isToken(String text) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean hasCookie(Headers headers) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(cookieName() + "="))
                .anyMatch(cookie -> isToken(cookie.substring(cookieName().length() + 1)));
    }

    private Reply admitted(HttpExchange asked, List<String> query) {
        String path = asked.getRequestURI().getRawPath();
        String rest = query.stream().filter(part -> !part.startsWith(PARAMETER)).collect(Collectors.joining("&"));
        String address = Stream.of(path.startsWith("//") ? "/" : path, rest)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("?"));
        return Reply.page(303, "Come in", "The page is at " + address)
                .with("Location", address)
                .with("Set-Cookie", cookieName() + "=" + token + "; Path=/; HttpOnly; SameSite=Strict");
    }

    private static Reply refused() {
        return Reply.page(
                403,
                "The token is missing",
                "Open the address that mendel has printed, with all that follows token=. It is another one each time"
                        + " that the server is started.");
    }

    private String cookieName() {
        return "mendel-" + port;
    }
}
