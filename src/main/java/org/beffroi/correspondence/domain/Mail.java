package org.beffroi.correspondence.domain;

/** @param id of the mail itself, the same however often it is sent: {@code <…@…>} */
record Mail(String id, String to, String subject, String text) {}
