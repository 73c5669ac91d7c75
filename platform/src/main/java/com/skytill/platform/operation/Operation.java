package com.skytill.platform.operation;

import com.skytill.platform.parameter.ParameterReader;

/**
 * One operation of the API: one small class. The platform serves it at {@code /api/v1/<name>}, by GET and POST alike, and
 * writes its part of the contract.
 *
 * @param <P> its parameters, a record
 */
public sealed interface Operation<P> permits Query, Update {

    /** What it is. */
    OperationDescription description();

    /** Its parameters: a faulty one reads as null, so nothing may be done with them here but putting them together. */
    P read(ParameterReader in);
}
