package org.beffroi.correspondence.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param networks that webhooks may reach although they are not of the Internet: {@code 10.20.0.0/16, 127.0.0.0/8}; blank: none */
@ConfigurationProperties("beffroi.webhooks")
record WebhookSettings(String networks) {}
