package dev.mendel.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.trial.evaluate.SiteException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class ParcelTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /// Its files, by name.
    private static Map<String, String> unpacked(Path parcel) throws IOException {
        var files = new TreeMap<String, String>();
        try (FileSystem zip = FileSystems.newFileSystem(parcel);
                Stream<Path> all = Files.walk(zip.getPath("/"))) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                files.put(each.toString(), Files.readString(each));
            }
        }
        return files;
    }

    @Test
    void aFolderIsPackedWithoutHiddenFilesAndRuns() throws IOException {
        write("program/train.py", "a");
        write("program/more/data.csv", "b");
        write("program/.git/config", "c");
        write("program/.secret", "d");
        write("program/output/run-1/run.db", "e");
        write("program/output/run-1/report.html", "f");
        Path parcel = Parcel.of(Map.of("", folder.resolve("program").toString()));
        assertThat(unpacked(parcel)).isEqualTo(Map.of("/train.py", "a", "/more/data.csv", "b"));
    }

    @Test
    void aFileIsPackedByItsNameHoweverItIsCalledHere() throws IOException {
        Path source = write(".hidden/Slope.java", "class Slope {}");
        assertThat(unpacked(Parcel.of(Map.of("Slope.java", source.toString()))))
                .isEqualTo(Map.of("/Slope.java", "class Slope {}"));
    }

    @Test
    void programsStayPrograms() throws IOException {
        Path script = write("program/run.sh", "#!/bin/sh\n");
        var all = Files.getPosixFilePermissions(script);
        all.add(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(script, all);
        Path parcel = Parcel.of(Map.of("", folder.resolve("program").toString()));
        try (FileSystem zip = FileSystems.newFileSystem(parcel, Map.of("enablePosixFileAttributes", "true"))) {
            Set<PosixFilePermission> packed = Files.getPosixFilePermissions(zip.getPath("/run.sh"));
            assertThat(packed).isEqualTo(all);
        }
    }

    @Test
    void tooMuchIsRefusedWithTheWayOut() throws IOException {
        Path large = write("program/large.bin", "");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((256L << 20) + 1);
        }
        assertThatThrownBy(() -> Parcel.of(Map.of("", folder.resolve("program").toString())))
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("holds more than 256 MB")
                .hasMessageContaining("--cluster-shared");
    }

    @Test
    void whatIsNotThereIsTheClustersFault() {
        assertThatThrownBy(() -> Parcel.of(Map.of("", folder.resolve("absent").toString())))
                .isInstanceOf(SiteException.class)
                .hasMessageStartingWith("--cluster: the objective's files can't be packed: ")
                .hasMessageContaining("absent");
    }
}
