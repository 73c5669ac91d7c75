package com.skytill.products.classification;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A product type as answers show it. For Jackson. */
@RegisterForReflection
record TypeView(long typeId, String name) {}
