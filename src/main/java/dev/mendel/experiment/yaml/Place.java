package dev.mendel.experiment.yaml;

/// The place of something written. Lines and columns count from 1; [Object#toString] is how messages name the
/// place.
public sealed interface Place {

    /// Somewhere in a file.
    ///
    /// @param file the path as the user wrote it
    record InFile(String file) implements Place {
        @Override
        public String toString() {
            return file;
        }
    }

    /// In a part of a file without lines: `study.db: trial 7`.
    ///
    /// @param part the part's name
    record InPart(String file, String part) implements Place {
        @Override
        public String toString() {
            return file + ": " + part;
        }
    }

    /// On a line of a file.
    record OnLine(String file, int line) implements Place {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /// At a character of a line of a file.
    record AtColumn(String file, int line, int column) implements Place {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /// In a setting `path=value` of the command line.
    record OnCommandLine(String path) implements Place {
        @Override
        public String toString() {
            return "--set " + path;
        }
    }

    /// A line of the text that this place is in.
    default Place line(int line) {
        return switch (this) {
            case InFile(String file) -> new OnLine(file, line);
            case OnLine(String file, int _) -> new OnLine(file, line);
            case AtColumn(String file, int _, int _) -> new OnLine(file, line);
            case InPart part -> part;
            case OnCommandLine setting -> setting;
        };
    }

    /// A character of the text that this place is in.
    default Place column(int line, int column) {
        return line(line) instanceof OnLine(String file, int _) ? new AtColumn(file, line, column) : this;
    }

    /// The order of faults: by line, those without one first, those of the command line last.
    default int order() {
        return switch (this) {
            case InFile _, InPart _ -> 0;
            case OnLine(String _, int line) -> line;
            case AtColumn(String _, int line, int _) -> line;
            case OnCommandLine _ -> Integer.MAX_VALUE;
        };
    }
}
