package com.skytill.products.classification;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A product group as answers show it. For Jackson. */
@RegisterForReflection
record GroupView(long groupId, String name) {}
