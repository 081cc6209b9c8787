package org.beffroi.correspondence.domain;

/**
 * @param id the same however often it is sent
 * @param to in the form of E.164
 * @param text in characters of the GSM alphabet (3GPP TS 23.038): of others it would need twice as many messages
 */
record Sms(String id, String to, String text) {}
