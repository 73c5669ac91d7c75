package com.skytill.e2e.input;

import com.skytill.e2e.contract.ContractOperation;

import java.util.ArrayList;
import java.util.List;

/**
 * A call of an operation, in which a parameter may be there twice.
 *
 * @param operation the operation's name
 */
record Call(String operation, List<Pair> parameters) {

    Call {
        parameters = List.copyOf(parameters);
    }

    /** A parameter and its value. */
    record Pair(String name, String value) {}

    static Call by(ContractOperation operation) {
        return new Call(operation.name(), List.of());
    }

    static Call of(String operation) {
        return new Call(operation, List.of());
    }

    Call with(String name, String value) {
        var more = new ArrayList<>(parameters);
        more.add(new Pair(name, value));
        return new Call(operation, more);
    }
}
