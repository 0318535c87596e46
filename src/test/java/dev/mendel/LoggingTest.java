package dev.mendel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.appender.NullAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Configuration configuration = context.getConfiguration();
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void record() {
        recorder.start();
        configuration.getRootLogger().addAppender(recorder, Level.ALL, null);
        context.updateLoggers();
    }

    @AfterEach
    void stopRecording() {
        configuration.getRootLogger().removeAppender(recorder.getName());
        recorder.stop();
        context.updateLoggers();
    }

    @Test
    void nothingGoesAnywhereOnItsOwn() {
        assertThat(configuration).isNotInstanceOf(DefaultConfiguration.class);
        assertThat(configuration.getAppenders().values()).allMatch(NullAppender.class::isInstance);
    }

    @Test
    void anAppenderAddedLaterTakesInInformation() {
        LogManager.getLogger("dev.mendel.Example").info("begun");
        LogManager.getLogger("dev.mendel.Example").debug("a detail");

        assertThat(recorder.messages).containsExactly("INFO begun");
    }

    @Test
    void theEngineOnlyWarns() {
        LoggerFactory.getLogger("ai.djl.pytorch.Example").info("loaded");
        LoggerFactory.getLogger("ai.djl.pytorch.Example").warn("odd");

        assertThat(recorder.messages).containsExactly("WARN odd");
    }

    @Test
    void logStaysOpenThroughAnInterruption() {
        assertThat(configuration.isShutdownHookEnabled()).isFalse();
    }

    private static final class Recorder extends AbstractAppender {
        private final List<String> messages = new ArrayList<>();

        private Recorder() {
            super("recorder", null, null, false, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            messages.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
        }
    }
}
