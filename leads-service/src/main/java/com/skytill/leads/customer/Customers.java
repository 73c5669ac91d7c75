package com.skytill.leads.customer;

import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** customers-service, called in the name of whoever calls this service. */
@Singleton
public final class Customers {

    private final CustomersConnection connection;
    private final CallerIdentity identity;

    Customers(CustomersConnection connection, CallerIdentity identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /** The calls of one operation; from now on their patience runs. */
    public Uni<CustomersCalls> calls() {
        long deadline = System.nanoTime() + connection.patience().toNanos();
        return identity.token().map(token -> new CustomersCalls(connection, token, deadline));
    }
}
