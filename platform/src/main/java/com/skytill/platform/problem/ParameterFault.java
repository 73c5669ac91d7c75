package com.skytill.platform.problem;

/**
 * One thing wrong with one parameter; a request's faults are told all at once.
 *
 * @param parameter the name as the caller wrote it
 * @param code what kind of fault
 * @param message what would be right, never the value itself
 */
public record ParameterFault(String parameter, ProblemCode code, String message) {}
