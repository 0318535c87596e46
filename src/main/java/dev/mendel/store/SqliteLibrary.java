package dev.mendel.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's native library as a file that stays: one for each version and platform in the user's cache, in place of
/// one for each process in the temporary folder, where every process that is killed would leave it.
public final class SqliteLibrary {
    private static final Logger LOG = LogManager.getLogger(SqliteLibrary.class);
    private static final String FOLDER = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /// Tells the driver where the library is, unless the user does. Where the cache can't be written, the driver
    /// does as it would have.
    ///
    /// @throws StoreException if there is no folder that can be written
    public static synchronized void place() {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        String platform = LibraryLoaderUtil.getNativeLibResourcePath();
        String resource = platform + "/" + name;
        // homes are shared between machines of different kinds
        Path folder = cache().resolve("sqlite-" + SQLiteJDBCLoader.getVersion()).resolve(platform.substring(1));
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library == null) {
                return;
            }
            put(library.readAllBytes(), folder, name);
            System.setProperty(FOLDER, folder.toString());
            System.setProperty("org.sqlite.lib.name", name);
        } catch (IOException e) {
            LOG.debug("SQLite's library can't be kept in {}", folder, e);
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            if (!Files.isWritable(temporary)) {
                throw new StoreException(
                        "SQLite's library can be put neither into " + folder + " nor into " + temporary
                                + "; name a folder that can be written by XDG_CACHE_HOME",
                        e);
            }
        }
    }

    /// Writes a file unless it is there; another process may be about to do the same.
    private static void put(byte[] bytes, Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file) && Files.size(file) == bytes.length) {
            return;
        }
        if (!folder.isAbsolute()) {
            throw new IOException(folder + " is not absolute: the user's home is not known");
        }
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, "new", "");
        try {
            Files.write(written, bytes);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static Path cache() {
        String said = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home"));
        return (said == null || said.isEmpty() ? home.resolve(".cache") : Path.of(said)).resolve("mendel");
    }
}
