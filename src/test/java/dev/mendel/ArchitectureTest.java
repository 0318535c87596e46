package dev.mendel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.mendel.run.Cluster;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.mendel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /// A package, and what it may import of the others. One that is not here may not be there.
    private static final Map<String, List<String>> IMPORTS = table("""
            space
            json
            data
            trial            space
            training.network
            training.settings space training.network
            training.compute training.network
            training.torch   training.network training.compute
            training.product training.torch
            training.block   training.network training.compute training.product
            training         space data trial training.settings training.network training.compute training.torch training.product training.block
            external.script  space trial
            external         space json trial external.script
            trial.evaluate   space trial
            search.pareto
            search           space trial trial.evaluate search.pareto
            search.surrogate space search.pareto
            search.genetic   space trial trial.evaluate search search.pareto search.surrogate
            search.grid      space trial trial.evaluate search
            search.random    space trial trial.evaluate search
            store            space json trial trial.evaluate search
            analysis         space trial trial.evaluate search.pareto
            experiment.yaml
            experiment       space data trial search search.genetic training training.settings external experiment.yaml
            experiment.file.space space experiment.yaml
            experiment.file  experiment.file.space space trial search search.genetic search.surrogate external external.script training.settings training.network store experiment experiment.yaml
            draft            space trial experiment.yaml
            report           space json trial search store analysis
            report.run       space trial trial.evaluate search store analysis report
            report.compare   space trial trial.evaluate search store analysis report
            report.compare.front space trial trial.evaluate search search.pareto store analysis report report.compare
            report.export    space trial trial.evaluate search store analysis report
            report.tensorboard space trial trial.evaluate search store report
            report.results   space json trial trial.evaluate search store analysis experiment report
            imports          space json trial store experiment experiment.yaml
            run              space data trial external trial.evaluate search search.surrogate search.genetic search.grid search.random training.settings training.network store experiment experiment.file imports report.run report.results
            run.compare      space trial search search.genetic store experiment experiment.file report.compare run
            cluster          space data trial trial.evaluate experiment external run
            serve            space trial trial.evaluate search store experiment experiment.file report report.run report.compare report.compare.front run run.compare
            model            space json data trial trial.evaluate training training.settings training.network training.compute training.torch search store experiment experiment.file report run
            api              space trial trial.evaluate search search.genetic search.grid search.random store experiment experiment.file run
            bench.landscape  space
            bench            bench.landscape space json data trial trial.evaluate training training.settings training.network training.compute training.torch training.product training.block external search search.pareto search.surrogate search.genetic search.grid search.random store analysis experiment
            cli.session      space trial trial.evaluate search store analysis experiment experiment.file report run serve
            cli              space data trial trial.evaluate training.settings search search.genetic store analysis experiment experiment.yaml experiment.file imports report report.run report.compare report.compare.front report.export report.results report.tensorboard run run.compare serve model draft bench bench.landscape cli.session
            """);

    @ArchTest
    static void packagesImportOnlyWhatTheTableAllows(JavaClasses mendel) {
        IMPORTS.forEach((importer, imported) -> {
            String[] allowed = Stream.concat(Stream.of(importer), imported.stream())
                    .map(ArchitectureTest::qualified)
                    .toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage(qualified(importer))
                    .should(onlyDependOnClassesThat(
                            not(resideInAPackage("dev.mendel..")).or(resideInAnyPackage(allowed))))
                    .as(importer + " imports of dev.mendel only " + imported)
                    .allowEmptyShould(true)
                    .check(mendel);
        });
    }

    @ArchTest
    static final ArchRule everyPackageIsInTheTable = classes()
            .should()
            .resideInAnyPackage(
                    IMPORTS.keySet().stream().map(ArchitectureTest::qualified).toArray(String[]::new));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.mendel.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTorchKnowsTheEngine = onlyHome("dev.mendel.training.torch", "ai.djl..");

    @ArchTest
    static final ArchRule onlyTheGeneticSearchKnowsJenetics = onlyHome("dev.mendel.search.genetic", "io.jenetics..");

    @ArchTest
    static final ArchRule onlyTheClusterKnowsSpark = onlyHome("dev.mendel.cluster", "org.apache.spark..");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("dev.mendel.cli..")
            .and()
            .doNotHaveSimpleName("TrialHost") // standard output is its connection to the process that started it
            .should(ACCESS_STANDARD_STREAMS)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(IO.class);

    /// A text for a file, a protocol or a person has the same digits and letters in every country.
    @ArchTest
    static final ArchRule everyFormatNamesItsLocale = noClasses()
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
            .orShould()
            .callMethod(PrintWriter.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(PrintStream.class, "printf", String.class, Object[].class)
            .orShould()
            .callMethod(DateTimeFormatter.class, "ofPattern", String.class);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(be(
                    "in a package whose package-info is @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class)));

    /// What the cluster uses, which is built with its profile alone.
    private static final Set<String> OF_THE_CLUSTER =
            Set.of("dev.mendel.external.TrialText", "dev.mendel.trial.evaluate.SiteException");

    /// Also public may be what a public type shows in its signatures, and what is started or called from
    /// outside.
    @ArchTest
    static final ArchRule publicMeansUsedByAnotherPackage = classes()
            .that()
            .haveModifier(JavaModifier.PUBLIC)
            .and()
            .areTopLevelClasses()
            .should(be(
                    "used by another package",
                    type -> isUsedElsewhere(type)
                            || type.getPackageName().equals("dev.mendel.api")
                            || isShown(type)
                            || type.isAssignableTo(Cluster.Part.class)
                            || OF_THE_CLUSTER.contains(type.getFullName())
                            || type.tryGetMethod("main", String[].class).isPresent()));

    /// Else steps would end at an objective that wraps another one.
    @ArchTest
    static final ArchRule whatWrapsAnObjectiveHandsItsStepsOn = classes()
            .that()
            .areAssignableTo(Objective.class)
            .and(DescribedPredicate.describe(
                    "hold another one",
                    type -> type.getFields().stream()
                            .anyMatch(field -> field.getRawType().isEquivalentTo(Objective.class))))
            .should(be(
                    "an objective with own epochs and begin",
                    type -> type.tryGetMethod("epochs").isPresent()
                            && type.tryGetMethod("begin", Trial.class, int.class)
                                    .isPresent()));

    private static boolean isUsedElsewhere(JavaClass type) {
        return users(type).anyMatch(user -> !user.getPackage().equals(type.getPackage()));
    }

    private static boolean isShown(JavaClass type) {
        return users(type)
                .filter(user -> user.getModifiers().contains(JavaModifier.PUBLIC) && !user.equals(type))
                .flatMap(user -> user.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(unit -> Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()))
                .anyMatch(shown -> shown.getAllInvolvedRawTypes().contains(type));
    }

    private static Stream<JavaClass> users(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream().map(Dependency::getOriginClass);
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> holds) {
        return ArchCondition.from(DescribedPredicate.describe("be " + what, holds));
    }

    private static ArchRule onlyHome(String home, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static Map<String, List<String>> table(String rows) {
        return rows.lines()
                .map(row -> List.of(row.split(" +")))
                .collect(toMap(List::getFirst, row -> row.subList(1, row.size())));
    }

    private static String qualified(String name) {
        return "dev.mendel." + name;
    }
}
