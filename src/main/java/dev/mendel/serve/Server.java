package dev.mendel.serve;

import com.sun.net.httpserver.HttpServer;
import dev.mendel.store.RunDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Serves the runs of a folder to the browsers of this machine, as long as it is open. It reads, and nothing
/// can be written through it. Thread-safe.
public final class Server implements AutoCloseable {
    /// Limits of the JDK's server that can only be set for the whole program: a slow sender is cut off after so
    /// many seconds, and what is sent is sent at once.
    private static final String[][] LIMITS = {
        {"sun.net.httpserver.maxReqTime", "30"}, {"sun.net.httpserver.nodelay", "true"}
    };

    /// So long it takes until a change is seen, told, fetched and drawn.
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    private final Clock clock = new Clock();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicInteger open = new AtomicInteger();
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pages").factory());
    private final Access access;
    private final Topics topics;

    private Server(Folder folder, HttpServer http) {
        this.http = http;
        this.access = Access.to(http.getAddress().getPort());
        this.topics = new Topics(clock, folder, reader);
        var router = new Router(access, new Assets(), folder, topics, clock, ending::get);
        http.createContext("/", exchange -> {
            open.incrementAndGet();
            try {
                router.handle(exchange);
            } finally {
                open.decrementAndGet();
            }
        });
        http.setExecutor(threads);
    }

    /// Serves from now on.
    ///
    /// @param output the folder of the runs
    /// @param other a run that may be elsewhere
    /// @param port 0 for any that is free
    /// @throws IOException if the port is taken, with the message
    public static Server open(Path output, Optional<RunDirectory> other, int port) throws IOException {
        for (String[] limit : LIMITS) {
            if (System.getProperty(limit[0]) == null) {
                System.setProperty(limit[0], limit[1]);
            }
        }
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), 0);
            var server = new Server(new Folder(output, other), http);
            http.start();
            return server;
        } catch (IOException e) {
            throw new IOException("port " + port + " of 127.0.0.1 can't be had: " + e.getMessage(), e);
        }
    }

    /// The address of the page of all runs, with the token that lets its reader in.
    public String address() {
        return address("/");
    }

    /// The address of a run's page, likewise.
    public String address(RunDirectory run) {
        return address(Folder.address(run.name()));
    }

    private String address(String path) {
        return String.format(Locale.ROOT, "http://127.0.0.1:%d%s?token=%s", access.port(), path, access.token());
    }

    /// Waits, where anybody is looking, for the pages to show the present state, two seconds.
    public void letFollow() {
        try {
            if (open.get() > 0) {
                Thread.sleep(LAST_LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Tells readers that it ends, and ends. Their pages stay as they are.
    @Override
    public void close() {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        clock.tick(_ -> {});
        try {
            for (int i = 0; i < 50 && open.get() > 0; i++) {
                Thread.sleep(Duration.ofMillis(10));
            }
            topics.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.stop(0);
        threads.shutdownNow();
        reader.shutdownNow();
    }
}
