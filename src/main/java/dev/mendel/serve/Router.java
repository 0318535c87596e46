package dev.mendel.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.trial.TrialId;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// Answers requests: `/` for all runs, `/runs/NAME`, `/runs/NAME/trials/N`, `/compare?run=…&run=…`, each with
/// `/data.json` and `/events` below it, and `/assets/…`.
record Router(Access access, Assets assets, Folder folder, Topics topics, Clock clock, BooleanSupplier ending)
        implements HttpHandler {
    private static final Logger LOG = LogManager.getLogger(Router.class);

    private static final String RUN = "run=";
    private static final int MOST_COMPARED = 200;

    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange);
        } catch (IOException e) {
            LOG.debug("a reader is gone", e);
        } catch (RuntimeException e) {
            if (!ending.getAsBoolean()) {
                LOG.error("a request can't be answered", e);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Optional<Reply> objection = access.objection(exchange);
        if (objection.isPresent()) {
            objection.get().send(exchange);
            return;
        }
        List<String> path = path(exchange);
        if (path.size() == 2 && path.getFirst().equals("assets")) {
            assets.find(path.getLast()).orElseGet(Reply::nothing).send(exchange);
            return;
        }
        String last = path.isEmpty() ? "" : path.getLast();
        boolean page = !last.equals("data.json") && !last.equals("events");
        List<String> address = page ? path : path.subList(0, path.size() - 1);
        Optional<Topic> topic = topic(address, exchange);
        if (topic.isEmpty()) {
            Reply.nothing().send(exchange);
        } else if (page) {
            String query = exchange.getRequestURI().getRawQuery();
            assets.frame(topic.get().content(), exchange.getRequestURI().getRawPath(), query == null ? "" : "?" + query)
                    .send(exchange);
        } else if (last.equals("events")) {
            new EventStream(topic.get(), clock, ending).send(exchange);
        } else {
            Reply.of("application/json", topic.get().json()).send(exchange);
        }
    }

    private Optional<Topic> topic(List<String> address, HttpExchange exchange) {
        try {
            return switch (address.size()) {
                case 0 -> Optional.of(topics.all());
                case 1 -> address.getFirst().equals("compare") ? comparison(exchange) : Optional.empty();
                case 2 -> run(address).map(topics::run);
                case 4 ->
                    address.get(2).equals("trials")
                            ? run(address).flatMap(run -> trial(address.get(3)).map(trial -> topics.trial(run, trial)))
                            : Optional.empty();
                default -> Optional.empty();
            };
        } catch (StoreException e) {
            LOG.warn("the folder of runs can't be listed", e);
            return Optional.empty();
        }
    }

    private Optional<RunDirectory> run(List<String> address) {
        return address.getFirst().equals("runs") ? folder.find(address.get(1)) : Optional.empty();
    }

    private static Optional<TrialId> trial(String number) {
        return number.matches("[1-9][0-9]{0,17}") ? Optional.of(new TrialId(Long.parseLong(number))) : Optional.empty();
    }

    private Optional<Topic> comparison(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        var names = new LinkedHashSet<String>();
        Stream.of(query == null ? new String[0] : query.split("&"))
                .filter(part -> part.startsWith(RUN))
                .map(part -> decoded(part.substring(RUN.length())))
                .forEach(names::add);
        var runs = new ArrayList<RunDirectory>();
        names.stream().limit(MOST_COMPARED).forEach(name -> folder.find(name).ifPresent(runs::add));
        return runs.isEmpty() || runs.size() < names.size()
                ? Optional.empty()
                : Optional.of(topics.comparison(runs, "/compare?" + query));
    }

    /// The parts of the path. What is encoded in them parts nothing: a name with a slash is one that no run
    /// has.
    private static List<String> path(HttpExchange exchange) {
        String raw = exchange.getRequestURI().getRawPath();
        return raw.equals("/")
                ? List.of()
                : Arrays.stream(raw.substring(1).split("/", -1))
                        .map(Router::decoded)
                        .toList();
    }

    /// The text; one that can't be decoded stays as it is.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
