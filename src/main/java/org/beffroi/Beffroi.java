package org.beffroi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Beffroi {
    public static void main(String[] args) {
        SpringApplication.run(Beffroi.class, args);
    }
}
