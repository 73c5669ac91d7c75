package com.skytill.e2e.contract;

import java.util.List;

/**
 * An operation, as the contract says it.
 *
 * @param name what follows {@code /api/v1/}
 * @param permission the one needed, {@code any} when every token will do
 * @param update whether it changes anything
 */
public record ContractOperation(String name, String permission, boolean update, List<ContractParameter> parameters) {

    public ContractOperation {
        parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
        return name;
    }
}
