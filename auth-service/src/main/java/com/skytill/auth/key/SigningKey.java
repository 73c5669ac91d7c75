package com.skytill.auth.key;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.JWK;

import java.time.Instant;

/**
 * A key that signs tokens, ready for use.
 *
 * @param signsFrom published from its creation, it signs from here on
 */
record SigningKey(JWK jwk, JWSSigner signer, JWSAlgorithm algorithm, Instant signsFrom) {}
