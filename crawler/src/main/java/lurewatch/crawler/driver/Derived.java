package lurewatch.crawler.driver;

import java.nio.file.Path;

/// Where what can be made anew from the archive stands.
record Derived(Path facts, Path index) {
    static Derived at(Path folder) {
        return new Derived(folder.resolve("facts.db"), folder.resolve("index"));
    }
}
