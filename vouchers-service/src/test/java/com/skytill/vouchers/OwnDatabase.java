package com.skytill.vouchers;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A start of the service with a database of its own, for tests that fill it or move its clock by months. */
public final class OwnDatabase implements QuarkusTestProfile {}
