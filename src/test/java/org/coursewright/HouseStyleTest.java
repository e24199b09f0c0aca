package org.coursewright;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What STYLE.md asks for and a machine can see.
class HouseStyleTest {

    private static final JavaClasses ALL = new ClassFileImporter().importPackages("org.coursewright");
    private static final JavaClasses PROGRAM = ALL.that(describe("of the program", type -> type.getSource()
            .filter(source -> !source.getUri().toString().contains("/test-classes/"))
            .isPresent()));
    private static final Pattern EMPTY_NAME = Pattern.compile(
            "(Base|Abstract)[A-Z].*|.*(Impl|Manager|Helper|Util|Utils|Service|Dto|Info|Data)");
    private static final Set<String> ACTIONS = Set.of("index", "show", "fresh", "create", "edit", "update", "destroy");
    private static final int MOST_LINES = 400;
    private static final int MOST_LINES_OF_A_SCRIPT = 120;

    @Test
    void namesSayWhatAThingIs() {
        assertThat(PROGRAM.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> EMPTY_NAME.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void aControllerIsPackagePrivateAndKnowsSevenVerbs() {
        var controllers = PROGRAM.stream().filter(type -> type.isMetaAnnotatedWith(Controller.class)).toList();
        assertThat(controllers).hasSizeGreaterThan(20);
        assertThat(controllers).noneMatch(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
        assertThat(controllers.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .filter(method -> !ACTIONS.contains(method.getName()))
                .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void wiringGoesThroughConstructors() {
        fields().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .check(PROGRAM);
    }

    @Test
    void nothingChangesWithoutAnObject() {
        assertThat(PROGRAM.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)))
                .isEmpty();
    }

    @Test
    void onlyTheCommandLineSpeaksToATerminal() {
        noClasses().that().resideOutsideOfPackages("org.coursewright", "org.coursewright.command..")
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .check(PROGRAM);
    }

    @Test
    void someLibrariesStayOutside() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "lombok..", "jakarta.persistence..", "org.hibernate..")
                .check(PROGRAM);
    }

    @Test
    void anInterfaceHasTwoWhoDoIt() {
        assertThat(PROGRAM.stream()
                .filter(JavaClass::isInterface)
                .filter(type -> !type.isAnnotation())
                .filter(type -> !type.reflect().isSealed())
                .filter(type -> !isFunction(type))
                .filter(type -> ALL.stream().filter(one -> !one.isInterface() && one.isAssignableTo(type.getName()))
                        .count() < 2)
                .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndKnowsNull() {
        for (var folder : folders("src/main/java/org/coursewright"))
            assertThat(folder.resolve("package-info.java")).content().contains("@NullMarked").contains("///");
    }

    @Test
    void noFileNeedsMuchScrolling() {
        for (var root : List.of("src/main/java", "src/test/java", "src/load/java", "src/main/jte", "web/src"))
            assertThat(files(root).filter(file -> lines(file) > MOST_LINES)).as(root).isEmpty();
        assertThat(files("bin").filter(file -> lines(file) > MOST_LINES_OF_A_SCRIPT)).isEmpty();
    }

    /// Playwright evaluates an expression anew at each look, which our content security policy refuses from the second on; a
    /// function is evaluated once.
    @Test
    void journeysWaitForFunctionsNotForExpressions() {
        var expression = Pattern.compile("waitForFunction\\(\\s*\"++\\s*(?!async|\\w+ =>|\\([^)]*\\) =>)\\S");
        assertThat(files("journey/src/test/java").filter(file -> expression.matcher(text(file)).find())).isEmpty();
    }

    @Test
    void noStatementIsGluedTogether() {
        var glued = Pattern.compile("\\.sql\\(\\s*(\"{3}[\\s\\S]*?\"{3}|\"[^\"]*\")\\s*\\+");
        assertThat(files("src/main/java").filter(file -> glued.matcher(text(file)).find())).isEmpty();
    }

    private static boolean isFunction(JavaClass type) {
        return type.getAllMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                .count() <= 1;
    }

    private static List<Path> folders(String root) {
        return files(root)
                .filter(file -> file.toString().endsWith(".java"))
                .map(Path::getParent)
                .distinct()
                .toList();
    }

    private static Stream<Path> files(String root) {
        try (var files = Files.walk(Path.of(root))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
