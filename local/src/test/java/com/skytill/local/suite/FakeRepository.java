package com.skytill.local.suite;

import com.skytill.local.home.Home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A repository in which every service is a {@link FakeService}, and FreeRADIUS's configuration is the real one. */
final class FakeRepository {

    private final Home home;

    private FakeRepository(Home home) {
        this.home = home;
    }

    static FakeRepository in(Path root) throws IOException {
        var repository = new FakeRepository(Home.of(root));
        for (var service : Service.values()) {
            repository.putJar(service);
        }
        var raddb = root.resolve("k8s/base/freeradius/raddb");
        Files.createDirectories(raddb);
        var real = Path.of(System.getProperty("skytill.root")).resolve("k8s/base/freeradius/raddb");
        try (var files = Files.list(real)) {
            for (var file : files.toList()) {
                Files.copy(file, raddb.resolve(file.getFileName()));
            }
        }
        return repository;
    }

    Home home() {
        return home;
    }

    /** Lets a service end as soon as it is started. */
    void breakDown(Service service) throws IOException {
        Files.createFile(service.jar(home).resolveSibling("broken"));
    }

    /** Lets it live again. */
    void mend(Service service) throws IOException {
        Files.delete(service.jar(home).resolveSibling("broken"));
    }

    /** Builds a service's jar. */
    void putJar(Service service) throws IOException {
        var jar = service.jar(home);
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        var entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = FakeService.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
    }
}
