package com.skytill.platform.update;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

/** The service's name in the review operations: {@code get_pending_<section>_updates} and so on. */
@Singleton
final class ReviewSection {

    private final String name;

    ReviewSection(@ConfigProperty(name = "skytill.section") String name) {
        this.name = name;
    }

    String operation(String before, String after) {
        return before + "_" + name + "_" + after;
    }
}
