package com.skytill.local.postgres;

/**
 * Whom a service is to PostgreSQL.
 *
 * @param name the role's name
 * @param password its password, random per installation
 */
public record DatabaseRole(String name, String password) {}
