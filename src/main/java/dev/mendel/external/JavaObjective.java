package dev.mendel.external;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Closing;
import dev.mendel.trial.Guarded;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;

/// A user's own class as objective, out of the user's own jars or its source.
public final class JavaObjective {
    private JavaObjective() {}

    /// Makes an object of the class; compiles it first where its source is named.
    ///
    /// @throws ObjectiveException if a file or the class isn't there, the source doesn't compile, or the class
    ///     isn't a public one that implements [Objective] and has the public constructor that is wanted
    public static Objective load(JavaSettings settings) throws ObjectiveException {
        List<URL> jars = urls(settings);
        Path file = settings.source();
        JavaSource source = file == null ? null : JavaSource.compile(file, settings.jars());
        if (source != null) {
            jars.addFirst(url(source.classes()));
        }
        String type = source == null ? settings.type() : source.type();
        var loader = new URLClassLoader(jars.toArray(URL[]::new), JavaObjective.class.getClassLoader());
        try {
            Objective own = instance(settings, type, loader);
            requireFolds(settings, own);
            return new Closing(own, () -> close(own, loader, source));
        } catch (ObjectiveException | RuntimeException e) {
            close(loader, source);
            throw e;
        }
    }

    private static void requireFolds(JavaSettings settings, Objective objective) throws ObjectiveException {
        try {
            int _ = Guarded.of(objective).folds();
        } catch (IllegalArgumentException e) {
            throw new ObjectiveException("objective.java: " + settings.type() + ": " + e.getMessage(), e);
        }
    }

    private static List<URL> urls(JavaSettings settings) throws ObjectiveException {
        var urls = new ArrayList<URL>();
        for (Path jar : settings.jars()) {
            if (!Files.exists(jar)) {
                throw new ObjectiveException("objective.jar: there is no file " + jar
                        + "; resume and retest look for it in another directory by --directory DIR");
            }
            urls.add(url(jar));
        }
        return urls;
    }

    private static URL url(Path jar) throws ObjectiveException {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new ObjectiveException("objective.jar: " + jar + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Objective instance(JavaSettings settings, String name, ClassLoader loader)
            throws ObjectiveException {
        try {
            Class<?> type = Class.forName(name, true, loader);
            if (!Objective.class.isAssignableFrom(type)) {
                throw new ObjectiveException(
                        "objective.java: " + name + " doesn't implement " + Objective.class.getName());
            }
            return Objective.class.cast(made(settings, type));
        } catch (ClassNotFoundException e) {
            throw new ObjectiveException("objective.java: there is no class " + name + " in " + settings.jars(), e);
        } catch (LinkageError e) {
            throw new ObjectiveException("objective.java: " + name + " can't be loaded: " + e, e);
        }
    }

    private static Object made(JavaSettings settings, Class<?> type) throws ObjectiveException {
        boolean plain = settings.settings().values().isEmpty();
        try {
            Constructor<?> constructor = plain ? type.getConstructor() : type.getConstructor(Configuration.class);
            return plain ? constructor.newInstance() : constructor.newInstance(settings.settings());
        } catch (InvocationTargetException e) {
            throw new ObjectiveException(
                    "objective.java: the constructor of " + type.getName() + " failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new ObjectiveException(
                    "objective.java: " + type.getName() + " is not a public class with the public" + " constructor "
                            + type.getSimpleName() + (plain ? "()" : "(Configuration settings)"),
                    e);
        }
    }

    private static void close(Objective own, URLClassLoader loader, @Nullable JavaSource source) {
        try {
            own.close();
        } finally {
            close(loader, source);
        }
    }

    private static void close(URLClassLoader loader, @Nullable JavaSource source) {
        try (source) {
            loader.close();
        } catch (IOException | UncheckedIOException e) {
            LogManager.getLogger(JavaObjective.class).warn("the objective's jars can't be closed", e);
        }
    }
}
