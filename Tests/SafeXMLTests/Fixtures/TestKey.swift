import SafeXML

/// Keys made once for these tests, with fictitious subjects; they protect nothing.
struct TestKey: Sendable {
    let privateKeyPEM: String
    let certificatePEM: String

    var certificate: [UInt8] {
        let lines = certificatePEM.split(separator: "\n").filter { !$0.hasPrefix("-----") }
        return Base64.decode(lines.joined()) ?? []
    }

    func signer() throws -> XMLSigner { try XMLSigner(privateKeyPEM: privateKeyPEM) }

    static let rsa = TestKey(
        privateKeyPEM: """
            -----BEGIN PRIVATE KEY-----
            MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQC0GdeqBs4Hiet7
            vxK4F6QYAOYkh1srcVX2NVQcxKEr1adsXs/1Q5mkb+jGk9ilrYXGUyVhscRvqGbO
            r6DkCRgUcTuZdaXV2Hv2Wccl5WLDgP5xC/hLNS/8F1/B+u1lMAZjV47OW7khY5rk
            O6hH0Kymc/yPiXEmqjKIGfWYlJ0xAjLoJrly1FSeO8bLsIYCLxasXLounj0ypsLH
            mrlCddn+WqyFCrz+znt2je8cZM89ZHDmn986SSPe6ZAA011en1LJ2APThSXll+F2
            FYiUxWDEufRpg9duV8xGMGsCxzU2qgYgI3LrZjLAu5AnMe82kqNBG+MqOgoCypA7
            NCZZxFrNAgMBAAECggEAJt4S4HNCgHb/1n9oa0lS1QlQoZ6CivAVJKLiqai3va2I
            ycb2a1Bw9n9eRYi/rxWxMplcDmbeZVh7A2z8tGnQBA1h1t8AcJOdQQ+j/mYwN8/9
            WWlDZvuuBOIIfOUJ2ZYRMtxBCgDahb2ovkuvp/v9XpjWbyWywSzm5d9wVMLx35Lj
            0YJR0q1dia0vNG/jzcmYVVYBejD/3jzu65Gijo6Wky0UW55yfBkxurBcpzTBIEXH
            vsCw3Vv1SV+bEhjaEzTj46wlMklM4EhP3lwp74aO1r9W4nFnldMjPvGZgsig9/FC
            PErYKT3//ggR8nMR+QSG5DJpTAkF8Hcz9/lKc9rgQQKBgQD3AP9Z6Kkfz0yBRzVp
            yT2Q7vimfLZETnWFTKxyKZqrpNVUFFtTpvK2FMBcLm9C2MX6UVhyNbmWGtfUAYHR
            2C0AiTumVTiePwcBA2uQtBBCd/yE/4pnjEnJRmGUX9viI/LwgOb4k1zFI3c8Hk/T
            i6srGqQ7VCEGhF5tFpUclaRHoQKBgQC6qQ8BHHEo3IhtrfugUs0oLmJerjIukn3f
            nNKHIdAqKexz274GiJAWlOOfcc/JEHtifcbuNP2zJ6Y/VnH36HWvqpPljb9dE9en
            oNiSJrpqRQ/xSWgqF/ZMl9fhWpRNpEp2Rq38KnnKNt0s+WFO/TSrFIP9sg3v0bLk
            YKCyFg8TrQKBgBkVCdkYbiwjwdIS6BKg89aG3csSOPQAv6BUo+JH5UPuzhbmpkt9
            VYI14z65HGU+XARKRF/8oqbifO4zZPppKFC4ns0KNGClZ9Grhj3AezI0uvjKdkSD
            k26T7g7CGTMCkYXooQu28yG1s0LwlQyXTz9mSi0YIu5lfK05MNUhQPhhAoGBAIvT
            9R959PMNMU4oVSTmojUFej8+8uycZJrMWZFNLSlIuo6YACPYzUd9RX69vU/7ftJr
            MkhjfeFlRE6SLVHu26o6eAwwQTgykwxJm7LwPBk7nxO7T8KorKL35Io2Vn5LIlSz
            4cXS8+UdcFYugkyvtXKrLa0wYuxSBFa8Y+TETYsJAoGBAOBxv1jjfmKfIzMDV0hI
            lu/iFYhkhRpW9bshvn6BwvgUZD+35rvsuk8xAuUyvbEwttZbhmmip/ghy6tAIGoB
            0cIY6gTsojhvWrbDgiNgchs68WSWyib02s8I3TH5XgAkKn28TJlRRsQMNUduw/V7
            0G7n/Jv0e9mB/Pzpr1UKZ/vy
            -----END PRIVATE KEY-----
            """,
        certificatePEM: """
            -----BEGIN CERTIFICATE-----
            MIIDZTCCAk2gAwIBAgIUeA3TXpL+SOhqnWMnITcH2G/5JTcwDQYJKoZIhvcNAQEL
            BQAwQTELMAkGA1UEBhMCRlIxGjAYBgNVBAoMEVNUUlVDVFVSRSBGSUNUSVZFMRYw
            FAYDVQQDDA05OTAwMDAwMDAwcnNhMCAXDTI2MTEyMDIzNTIwNVoYDzIxMjYxMDI3
            MjM1MjA1WjBBMQswCQYDVQQGEwJGUjEaMBgGA1UECgwRU1RSVUNUVVJFIEZJQ1RJ
            VkUxFjAUBgNVBAMMDTk5MDAwMDAwMDByc2EwggEiMA0GCSqGSIb3DQEBAQUAA4IB
            DwAwggEKAoIBAQC0GdeqBs4Hiet7vxK4F6QYAOYkh1srcVX2NVQcxKEr1adsXs/1
            Q5mkb+jGk9ilrYXGUyVhscRvqGbOr6DkCRgUcTuZdaXV2Hv2Wccl5WLDgP5xC/hL
            NS/8F1/B+u1lMAZjV47OW7khY5rkO6hH0Kymc/yPiXEmqjKIGfWYlJ0xAjLoJrly
            1FSeO8bLsIYCLxasXLounj0ypsLHmrlCddn+WqyFCrz+znt2je8cZM89ZHDmn986
            SSPe6ZAA011en1LJ2APThSXll+F2FYiUxWDEufRpg9duV8xGMGsCxzU2qgYgI3Lr
            ZjLAu5AnMe82kqNBG+MqOgoCypA7NCZZxFrNAgMBAAGjUzBRMB0GA1UdDgQWBBQ0
            sc452egjrbSpiiu+dpZ8lVC3PzAfBgNVHSMEGDAWgBQ0sc452egjrbSpiiu+dpZ8
            lVC3PzAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQBe+Vt29WKH
            4ir1T4cqeiVdeyKbyN/BeVXV99atk6XA8dZEhvetklulmMWOFxRVBhjh+jo5wVly
            NXq2nnDhkzqvizFDkkYYhkwgpJ81WbmtGRDHmC+BSIe2BQUVTX6SPgL7UXXcoYLz
            MjcIj1qudwR9kkoopdQ211j38KJ30aORKXZKM62g251lxhJmPe4ZiTd5YRdctDDS
            2RNNBRP5j3mJEbqZoszbFMaSaK6Ro8nQhDov/coGC3YVh5Z+mYBN+oaedYSWHzeK
            7VFWeRy53KARSXTfvIJ0Yd+X16zuNFSASfUMU/9TWpwgPQqHDf5ShBzn4chKd4y4
            +1r0enKH58SP
            -----END CERTIFICATE-----
            """
    )

    static let otherRSA = TestKey(
        privateKeyPEM: """
            -----BEGIN PRIVATE KEY-----
            MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCrvjIYYq0272zi
            ympTXBnYXFaF9+2kwfAhER2+ZRR+Y7aKc1TQDc7+OdHGHi+znF+6qnwuL0G3CCMW
            Iq+L3+B46iqQ6c+2XJY4Nu1SQBFLZ5+3Aku1+ImuUSA4caNIENi27rb2pNeRxPCw
            rqZG0DIIZhmaZA1d77cb6nX6JIOFOT1RoeH9vGcQvqipV8KK1i+R6muvPKo+8whB
            9X2IICOw0mMGanple2+RdzbNFFMi+cQU8z7HAnyTDO5ixrInReCGE54KAe4JnU64
            4LCJqvQggCg+PK/q4Yfr9N+aq3ZeLNrv4eDr85uGchKkevW61z1kE18yaHce/Nqm
            9opwEwyZAgMBAAECggEAQ0hZAdqut4XnJ5ZbP1smuO+76fIuhMyB0cKN34hkFfvk
            iKsUQAoY3No0B6TN1VTe4BdoXQOggB9M96ARHABSRayfjnQ7Ltto8o76PK3i2KK5
            HI5msNy0u7kGoXZLnLEU5d3xigEcfvwju2RAuh9YapftUeH+pp2CJAqfu6bQa8FT
            mB/IFcZvcH26P3DNn3sq/e5NKaSIeM8+zXfoQ8G3SKDT7ny2QnLEC45yrjtKWwRn
            G3gXru0CjA4to3ujIAx6jRiShNx2pOE29VJMYGx5LaoIt3LvikRsTcFMm8Mj3NHp
            T9Zv6Lzu/fk1Rm677kMmyAgQZmEb891MhYJMluYLjQKBgQDYTIG1i/iAUxmBqWAP
            77kHEG8sUoB7kQZ2tfL+lFZ4CC2JwgejNYW3Ol2WdNNaSiG5r5JyWABJuc/59PRS
            GkM05k6HwC53xS9Pq9pMGAIUWMyZEb+Kvzm5ZpY/aJoJAXgm4plYzceL/63E0HYz
            gLD6z2gQqajDrpZBgPb0Vq+F2wKBgQDLRBZj4usk61wKBeje1+2F5rOzgKckkMrS
            QA4f38vp34CKGxxPSzrNgUgWfedeYvEWA2Sn3t0sIKvsOfYBNjlBJnlXwyF9A5xp
            dCuTkZZuoVTpqfHdBRa++YiE9vlFjyPvpljvqao+YU333ReHstrhZ1LU5/Ru4VPR
            w7VIdGVTmwKBgQCFVvyrP2NtME1MCm8mw+Brg20VhLKh+jBi5B2tZSK9EkWIY+2z
            Zl5NKxTgmJpmUcbiomKETM24pWyZqbEoH/qIVOXad9Xtjchxs/555F77zhYq0q8i
            yGm8aop7Am/a12YLiqt//DNkkbS83MnRTCdOJqf/had9IlaMgQU8cWf4+wKBgGZj
            YbPm9fOe6rnRyD+YHPk6AIMG5yqwFLpbscG0hY7FGoZ2qYf3qSMjYCCUQxt0U2R3
            SRiWVmqH+pH/kD+EBMsgijb+/7ttOjiUX+7xgwkvEwqwpDhk+9Qu9emkTmQPelaZ
            QGtY13ycnx2frN6Z5U9tMHg2bxX7QrGDF6nrl67JAoGAK7Z4r7htqrapHnwCvcmV
            MamB/n+J9YNNv5BfV3L+tivPmcNqpMTKmiEoZIlfqM6UYQCjGQw+JAiH2CwRert5
            sPXY26rvR6/OhkiIFkOMZnB454Su2S/vRgMJdnrN28lPqgexfCxpNkdqK8LvXEOj
            JkLa/TJ/aRQ5gGAQOw86HgQ=
            -----END PRIVATE KEY-----
            """,
        certificatePEM: """
            -----BEGIN CERTIFICATE-----
            MIIDbzCCAlegAwIBAgIUCLFGXnLd4YSqJEDuMcqiiVPcMNQwDQYJKoZIhvcNAQEL
            BQAwRjELMAkGA1UEBhMCRlIxGjAYBgNVBAoMEVNUUlVDVFVSRSBGSUNUSVZFMRsw
            GQYDVQQDDBI5OTAwMDAwMDAwcnNhb3RoZXIwIBcNMjYxMTIwMjM1MjA1WhgPMjEy
            NjEwMjcyMzUyMDVaMEYxCzAJBgNVBAYTAkZSMRowGAYDVQQKDBFTVFJVQ1RVUkUg
            RklDVElWRTEbMBkGA1UEAwwSOTkwMDAwMDAwMHJzYW90aGVyMIIBIjANBgkqhkiG
            9w0BAQEFAAOCAQ8AMIIBCgKCAQEAq74yGGKtNu9s4spqU1wZ2FxWhfftpMHwIREd
            vmUUfmO2inNU0A3O/jnRxh4vs5xfuqp8Li9BtwgjFiKvi9/geOoqkOnPtlyWODbt
            UkARS2eftwJLtfiJrlEgOHGjSBDYtu629qTXkcTwsK6mRtAyCGYZmmQNXe+3G+p1
            +iSDhTk9UaHh/bxnEL6oqVfCitYvkeprrzyqPvMIQfV9iCAjsNJjBmp6ZXtvkXc2
            zRRTIvnEFPM+xwJ8kwzuYsayJ0XghhOeCgHuCZ1OuOCwiar0IIAoPjyv6uGH6/Tf
            mqt2Xiza7+Hg6/ObhnISpHr1utc9ZBNfMmh3HvzapvaKcBMMmQIDAQABo1MwUTAd
            BgNVHQ4EFgQUIvmvfDuukA2jLcRgBcqB7Bf5jBYwHwYDVR0jBBgwFoAUIvmvfDuu
            kA2jLcRgBcqB7Bf5jBYwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOC
            AQEATu2WQIrvdNwWOY8jv1+PEgs/aQuuVZRn6USS5nsj8NZPhz87yDYczvmDcBNC
            QE3Ksql/BsGsZ1fj7RpzkaCL7LnSBkrRMcL4epzYSiMyQ/a6uy/Nye51FHJd1Si6
            e5SSYQVvugiR118PKODxsya7DI+vAfnrgQP9Bwc7EE5dVwxcAxB2s61u5RVHyWe5
            1zEWRFBsFwmzxFq+DHVj5Na/ux8/DkFUNWwzU3W/h1ONYgJRv0KgCG9edlVhYPhv
            S+ymKq1jGHfRgK2zaJ7B3KVL4zuUbMuhGHFXIaCmTbskEtuu4fXWjm00qfcFIjgq
            Px5BTX9rOytPyfhMgOhIi2qufQ==
            -----END CERTIFICATE-----
            """
    )

    static let weakRSA = TestKey(
        privateKeyPEM: """
            -----BEGIN PRIVATE KEY-----
            MIICeQIBADANBgkqhkiG9w0BAQEFAASCAmMwggJfAgEAAoGBAK/8E29tptlaliJ2
            cgh2nqmz9U37n34ffH+UFUu0Ci/MG8sQ9vc1K0vMjL2j/qDabCQw9DocAQczOeA0
            FlqR61gljPL2e3mtxFjxbr3tT1MML3ENGmxJ1H0g5qbQPNSozMDh/tugO+7oTU7j
            z72pvy+J6fikXxhvJygegYFfM3rzAgMBAAECgYEApiw1QeNdSCHEYFhNhvZTDVVT
            DUbKrHIYwfLXRPuFHurxV4b2XClFb7Z/Mta2qbZ1pJrhEjm9MspJHQ6yCOV+PdTB
            4iZdEtcPn/jOkyhpjpW2UvjEvSaLHuFWehCTVETJHgM7o09PxrJ9zzyyJ9KZtLUT
            Y6lXKLTN+IOy2WJhsuECQQDi5p6TVQskQ34BypaKPw9EFj1gLTgY70DZ9jPrfRF8
            w4iUQaVmsjKQ4KQVrxGH1YQ855KfbicxM5Z6q404DEVRAkEAxo3T2K9gebcZ+LHL
            DHOj0kV0dk8gl/fCKwsGvWTJIfpOtiNILLnTkIorCnyTAq1tXn3CmDevrWlgYT9o
            4IU7AwJBAJaBIKhbncNVHWz0wzw6Ldcc5WM5O1+Wu66YF8JZOFNIo/yrOppPEyl0
            SIK1mGxAXbHEbUZhW4/QRz1hM4/827ECQQCvX8pEU/NkzoOUFIYCQ4npSguqDA3/
            7IiGOEEFvCWja1Fmsxcm2iOyQTfvFUVMUh6OHYpppJX5F2BXxQg/d649AkEAywAw
            Wi8hQ6SQQnprlBn1/YcQ/3vpWQST9+TKqWBu3oYMi1kXqDamVCN/gSdUwuxwnU84
            OtI79Je+4G4/dXVPuQ==
            -----END PRIVATE KEY-----
            """,
        certificatePEM: """
            -----BEGIN CERTIFICATE-----
            MIICUjCCAbugAwIBAgIUMp3AsQubbyEnYBIUGQF2QbTYcjswDQYJKoZIhvcNAQEL
            BQAwOjELMAkGA1UEBhMCRlIxGjAYBgNVBAoMEVNUUlVDVFVSRSBGSUNUSVZFMQ8w
            DQYDVQQDDAZmYWlibGUwIBcNMjYxMTIwMjM1MjA1WhgPMjEyNjEwMjcyMzUyMDVa
            MDoxCzAJBgNVBAYTAkZSMRowGAYDVQQKDBFTVFJVQ1RVUkUgRklDVElWRTEPMA0G
            A1UEAwwGZmFpYmxlMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCv/BNvbabZ
            WpYidnIIdp6ps/VN+59+H3x/lBVLtAovzBvLEPb3NStLzIy9o/6g2mwkMPQ6HAEH
            MzngNBZaketYJYzy9nt5rcRY8W697U9TDC9xDRpsSdR9IOam0DzUqMzA4f7boDvu
            6E1O48+9qb8vien4pF8YbycoHoGBXzN68wIDAQABo1MwUTAdBgNVHQ4EFgQUFemi
            k3q50Lbe3CEyMFtrKkSdKHEwHwYDVR0jBBgwFoAUFemik3q50Lbe3CEyMFtrKkSd
            KHEwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOBgQB6wmkvBd1ygkif
            JLl5XLtAfzasIPVJNG1MrcT/PY7+MQ5rXZhBTdfPYvQqI/wRNLaTl4XXfFwMAnwt
            7RVucCwhLK+h8y5HMCfP2BmInbWBCtm4ftOl1TUu/ciZyimxMyKZ5675M/dKzH/u
            bhK5UBr/oTkbiTcqfuwtaumg1cWwow==
            -----END CERTIFICATE-----
            """
    )

    static let p256 = TestKey(
        privateKeyPEM: """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgEXngU2WA1gASCJ7C
            0TZufDf5Usel2/7kHnZCa1lVJL6hRANCAAQVMA68URBTHskmMAV7qnylpy3xZWKT
            0/en9VoVsmMTvz00ElS5rPC+bXR2wT7ZFUN+FMM/axGtWSFdQqFmrDST
            -----END PRIVATE KEY-----
            """,
        certificatePEM: """
            -----BEGIN CERTIFICATE-----
            MIIBxjCCAW2gAwIBAgIUO/3yYO/J2gqh93l74gTZolnisoowCgYIKoZIzj0EAwIw
            ODELMAkGA1UEBhMCRlIxGjAYBgNVBAoMEVNUUlVDVFVSRSBGSUNUSVZFMQ0wCwYD
            VQQDDARwMjU2MCAXDTI2MTEyMDIzNTIwNVoYDzIxMjYxMDI3MjM1MjA1WjA4MQsw
            CQYDVQQGEwJGUjEaMBgGA1UECgwRU1RSVUNUVVJFIEZJQ1RJVkUxDTALBgNVBAMM
            BHAyNTYwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQVMA68URBTHskmMAV7qnyl
            py3xZWKT0/en9VoVsmMTvz00ElS5rPC+bXR2wT7ZFUN+FMM/axGtWSFdQqFmrDST
            o1MwUTAdBgNVHQ4EFgQUbGlXN2x5KuuU7knNZa57oJq20x4wHwYDVR0jBBgwFoAU
            bGlXN2x5KuuU7knNZa57oJq20x4wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQD
            AgNHADBEAiBp+ksYGYFhb3cN+Hmesbx/cG0LMAOg9MIuoluiAEtNRgIgBVhXNDGq
            WDGDinoypnWd9Io7NhOiVgCAgN3pFbffPfk=
            -----END CERTIFICATE-----
            """
    )

    static let p384 = TestKey(
        privateKeyPEM: """
            -----BEGIN PRIVATE KEY-----
            MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDDKkKqh6BDc1BA1iP8+
            hp5VcYxz4tMa0L9mVdO0y8VR57deNX0Uh0ERW7f5yLQ305ahZANiAAT0rGPTKW8R
            U/FduGvT9mIx2MkP/YDhVCCU7Hx7yN/shduSx85+ca+8Z+0wHgd0YO7hfiT5TSYw
            KdmrWYLMgdtxSjbeMaTvvfmCYeZ8jgiCI7xlQyrmeJqqQnfR64bIGC4=
            -----END PRIVATE KEY-----
            """,
        certificatePEM: """
            -----BEGIN CERTIFICATE-----
            MIICAzCCAYqgAwIBAgIUXqcKPzusaeRrJiuNp3pUEaufGoswCgYIKoZIzj0EAwIw
            ODELMAkGA1UEBhMCRlIxGjAYBgNVBAoMEVNUUlVDVFVSRSBGSUNUSVZFMQ0wCwYD
            VQQDDARwMzg0MCAXDTI2MTEyMDIzNTIwNVoYDzIxMjYxMDI3MjM1MjA1WjA4MQsw
            CQYDVQQGEwJGUjEaMBgGA1UECgwRU1RSVUNUVVJFIEZJQ1RJVkUxDTALBgNVBAMM
            BHAzODQwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAAT0rGPTKW8RU/FduGvT9mIx2MkP
            /YDhVCCU7Hx7yN/shduSx85+ca+8Z+0wHgd0YO7hfiT5TSYwKdmrWYLMgdtxSjbe
            MaTvvfmCYeZ8jgiCI7xlQyrmeJqqQnfR64bIGC6jUzBRMB0GA1UdDgQWBBQWGiWJ
            vX41km0FYt6n8JQgf3w73DAfBgNVHSMEGDAWgBQWGiWJvX41km0FYt6n8JQgf3w7
            3DAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA2cAMGQCMDJhEVjYRNmt/fE9
            Gd7nOPiU0i/i86ARO/azzrppbeXydILsK64TWCbTotjoPXNlTwIwW4FHpbuwbDXg
            0eXI+s9CIuzMu/K9yGwejgv3KUtkqOEX+hgWTj2buh5TU29JUwXV
            -----END CERTIFICATE-----
            """
    )

    static let secp256k1 = TestKey(
        privateKeyPEM: """
            -----BEGIN PRIVATE KEY-----
            MIGEAgEAMBAGByqGSM49AgEGBSuBBAAKBG0wawIBAQQgLyAdnURKHnWjQCtmDx0Y
            Fo1OcKktE0n7/pCK5ZAWtnmhRANCAASNAtmWNhZ178GoVmP7i7SaoAZFR2qqtlg9
            g7OSTPS88s2qQdz48afn2hS56msHhy011UQ0ssLtaUFy/lyaGsVG
            -----END PRIVATE KEY-----
            """,
        certificatePEM: """
            -----BEGIN CERTIFICATE-----
            MIIBwTCCAWagAwIBAgIUXcyx2v7Sb8JXs80gtQG6O6OxQv8wCgYIKoZIzj0EAwIw
            NjELMAkGA1UEBhMCRlIxGjAYBgNVBAoMEVNUUlVDVFVSRSBGSUNUSVZFMQswCQYD
            VQQDDAJrMTAgFw0yNjExMjAyMzUyMDVaGA8yMTI2MTAyNzIzNTIwNVowNjELMAkG
            A1UEBhMCRlIxGjAYBgNVBAoMEVNUUlVDVFVSRSBGSUNUSVZFMQswCQYDVQQDDAJr
            MTBWMBAGByqGSM49AgEGBSuBBAAKA0IABI0C2ZY2FnXvwahWY/uLtJqgBkVHaqq2
            WD2Ds5JM9LzyzapB3Pjxp+faFLnqaweHLTXVRDSywu1pQXL+XJoaxUajUzBRMB0G
            A1UdDgQWBBRqoYWMGLCgMkn4xMzNcCxY5N/eMDAfBgNVHSMEGDAWgBRqoYWMGLCg
            Mkn4xMzNcCxY5N/eMDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYC
            IQDqaA9xJNzdm72JMQxL41L5jDZaNqK5BCRUyNHyixC3UQIhAJny53BVw9Nt7LVr
            PuP0diuB3TE7L1o+JQNbjPMY2fKv
            -----END CERTIFICATE-----
            """
    )
}
