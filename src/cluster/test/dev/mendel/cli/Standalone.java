package dev.mendel.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// A master of Spark and its workers on this machine, in processes of their own, from the jars of the class
/// path. Sessions need a secret, and what they say is encrypted.
final class Standalone implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String SECRET = "a secret of tests";
    private static final List<String> SECURITY = List.of(
            "-Dspark.authenticate=true",
            "-Dspark.authenticate.secret=" + SECRET,
            "-Dspark.network.crypto.enabled=true",
            "-Dspark.master.rest.enabled=false");

    /// Jars of Mendel's that its sessions bring along, and of its tests.
    private static final List<String> NOT_SPARKS = List.of(
            "jenetics", "snakeyaml-engine", "jspecify", "djl", "commons-numbers", "commons-statistics", "commons-rng");

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    Standalone(Path folder) throws Exception {
        this.folder = folder;
        Path jars = Files.createDirectories(folder.resolve("spark/jars"));
        List<Path> all = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.endsWith(".jar") && NOT_SPARKS.stream().noneMatch(jar::contains))
                .map(Path::of)
                .toList();
        for (Path jar : all) {
            Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
        port = freePort();
        Path log = start(
                "master",
                "127.0.0.1",
                Path.of(System.getProperty("java.home")),
                List.of(),
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
        await("a master", () -> Files.readString(log).contains("New state: ALIVE"));
    }

    String address() {
        return "spark://127.0.0.1:" + port;
    }

    /// Starts a worker, and waits until the master knows it.
    ///
    /// @param host one of this machine's: 127.0.0.x
    Process worker(String host, int cores) throws Exception {
        return worker(host, cores, Path.of(System.getProperty("java.home")), List.of());
    }

    /// A worker whose executors run on a Java of its own.
    ///
    /// @param options of the daemon
    Process worker(String host, int cores, Path java, List<String> options) throws Exception {
        Path log = start(
                "worker-" + host,
                host,
                java,
                options,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                host,
                "--cores",
                Integer.toString(cores),
                "--memory",
                cores + "g",
                "--webui-port",
                "0",
                "--work-dir",
                folder.resolve("work-" + host).toString(),
                address());
        await("a worker on " + host, () -> Files.readString(log).contains("Successfully registered with master"));
        return processes.getLast();
    }

    private Path start(String name, String host, Path java, List<String> options, String... daemon) throws IOException {
        Path log = folder.resolve(name + ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx200m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(SECURITY);
        command.addAll(options);
        command.addAll(List.of("-cp", folder.resolve("spark/jars") + "/*"));
        command.addAll(List.of(daemon));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        folder.resolve("spark").toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_LOCAL_IP",
                        host,
                        "JAVA_HOME",
                        java.toString()));
        processes.add(builder.start());
        return log;
    }

    /// A file of settings with which sessions are let in.
    Path settings(String... more) throws IOException {
        return settings(SECRET, more);
    }

    /// A file of settings with some secret.
    Path settings(String secret, String[] more) throws IOException {
        var lines = new ArrayList<>(List.of(
                "spark.authenticate true",
                "spark.authenticate.secret " + secret,
                "spark.network.crypto.enabled true",
                "spark.driver.host 127.0.0.1",
                "spark.driver.bindAddress 127.0.0.1",
                "spark.executor.memory 512m",
                "spark.executor.extraJavaOptions -XX:+UseSerialGC -XX:TieredStopAtLevel=1"));
        lines.addAll(List.of(more));
        return Files.write(Files.createTempFile(folder, "settings", ".conf"), lines);
    }

    /// Whether no process evaluates any more.
    boolean isIdle() {
        return processes.stream().flatMap(Process::descendants).noneMatch(ProcessHandle::isAlive);
    }

    /// Kills a process with all that it has started.
    static void kill(Process process) {
        Stream<ProcessHandle> started = process.descendants();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /// Waits until something is so.
    static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("there is not " + what + " within " + PATIENCE);
            }
            Thread.sleep(50);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process.toHandle()), process.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }
}
