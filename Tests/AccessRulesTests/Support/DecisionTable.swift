/// Digests of the answers to each actor, in the order of `Act.allCases`; see `DecisionTableTests`.
enum DecisionTable {
    static let lines: [String: String] = [
        "holder": """
        6b57af32 fd789ecd fd789ecd fd789ecd fd789ecd fd789ecd fd789ecd ace454aa ace454aa df38e9b7 bada480f \
        c121a043 729c8d3c 729c8d3c 729c8d3c d98dd499 a1dc2213 2b821f8a e7c512b4 d8bf26b4 d872f92c e9fe1c19 \
        17d14749 32b6f360 32b6f360 17d14749 d6fc7360 17d14749 ace454aa ace454aa 31480995 3c726ec4 6b57af32 \
        7e755f6e ace454aa 729c8d3c e9fe1c19 844ce836 4b9eddb3 6f249ad2 b15f909a 32b6f360 161af34c ace454aa \
        fd789ecd fd789ecd
        """,
        "legalRepresentative": """
        15bf31f0 b10fd8e9 b10fd8e9 b10fd8e9 b10fd8e9 b10fd8e9 b10fd8e9 f0d9cc2e f0d9cc2e 625384e5 450f8acf \
        107590ad 4e9a0b30 4e9a0b30 4e9a0b30 3e147113 6977bbff 904c2202 9f1e5662 5cd987ac 22d12a6a 1c9eb756 \
        5fddf858 5fddf858 5fddf858 5fddf858 5fddf858 5fddf858 f0d9cc2e f0d9cc2e 7fa884bc 70b24656 15bf31f0 \
        93a78683 f0d9cc2e 4e9a0b30 1c9eb756 9cd4ff33 44db1248 174b0f8e e8b56986 5fddf858 2e4513b6 7fa884bc \
        b10fd8e9 b10fd8e9
        """,
        "guardian": """
        fe3974e2 b74d218b b74d218b b74d218b b74d218b b74d218b b74d218b 883213f2 883213f2 f161e8be adf3b940 \
        6105048a 1ca6876e 1ca6876e 1ca6876e 923dc2d6 28f163fa 225f9341 4143fd49 a9aa431b acbb01c1 f66daebb \
        8d7d1243 3e41c7a4 3e41c7a4 8d7d1243 4d8747a4 8d7d1243 883213f2 883213f2 e3febb1f e5f50b72 fe3974e2 \
        4edbe1e6 c949ab95 2b158c17 f66daebb c01b0452 49cffd31 4e661538 874fe2da 3e41c7a4 3ea6a959 883213f2 \
        b74d218b b74d218b
        """,
        "carer": """
        137f9587 31796865 31796865 31796865 31796865 31796865 31796865 aea2f477 aea2f477 9d1df1c3 e89cac0b \
        ab4facc7 e515a3de e515a3de e515a3de 4be921f3 c547bcc3 b2b40319 c1060d89 93463431 f8972581 7ad8dc02 \
        28c063dc 9d22f799 9d22f799 28c063dc 28805f6d 32a6dd25 9dc19ded 4b0cf295 cd22cb8b 74fa52d5 137f9587 \
        bd07b0b6 24913751 2c03f3b7 17c37340 cd36e496 5136d9f6 0b34c905 576e5105 576e5105 f40cfe71 cd22cb8b \
        31796865 31796865
        """,
        "system": """
        6ed7f8fd b031984f b031984f b031984f b031984f b031984f b031984f 12551fb9 12551fb9 13334506 48add1d4 \
        fd150534 172af5e0 172af5e0 172af5e0 6b3d2f49 6b3d2f49 1a4085f4 d1271598 d1271598 67ac24d9 6f139ae1 \
        54913f49 d5818151 d5818151 54913f49 a84b24fa 68f19021 6a4b0258 1c3edddc fce9b060 c1dc9412 54bbcd35 \
        7d243b5c 12551fb9 f9eee656 5fe19ae5 df649dc5 76e33390 09e597af 141a0821 fbe522e1 9972ffd7 fce9b060 \
        b031984f b031984f
        """,
        "insurerFeed": """
        6ed7f8fd b031984f b031984f b031984f b031984f b031984f b031984f 12551fb9 12551fb9 6c6cba22 48add1d4 \
        7a5ae534 172af5e0 172af5e0 172af5e0 6b3d2f49 6b3d2f49 b52b126f d1271598 d1271598 67ac24d9 6f139ae1 \
        54913f49 d5818151 d5818151 54913f49 a84b24fa 68f19021 6a4b0258 1c3edddc fce9b060 c1dc9412 54bbcd35 \
        7d243b5c 12551fb9 f9eee656 e4c73445 d44ff8d7 76e33390 c80ebaf8 141a0821 fbe522e1 9972ffd7 fce9b060 \
        b031984f b031984f
        """,
        "support": """
        bc491fa5 b031984f b031984f b031984f b031984f b031984f b031984f 12551fb9 12551fb9 d592ae32 48add1d4 \
        fd150534 172af5e0 172af5e0 172af5e0 6b3d2f49 6b3d2f49 b52b126f d1271598 d1271598 67ac24d9 6f139ae1 \
        54913f49 d5818151 d5818151 54913f49 a84b24fa 68f19021 6a4b0258 1c3edddc fce9b060 c1dc9412 54bbcd35 \
        7d243b5c 12551fb9 f9eee656 e4c73445 d44ff8d7 76e33390 09e597af 141a0821 fbe522e1 9972ffd7 fce9b060 \
        b031984f b031984f
        """,
        "host": """
        6ed7f8fd b031984f b031984f b031984f b031984f b031984f b031984f 12551fb9 12551fb9 d592ae32 48add1d4 \
        fd150534 172af5e0 172af5e0 172af5e0 6b3d2f49 6b3d2f49 b52b126f d1271598 d1271598 67ac24d9 6f139ae1 \
        54913f49 d5818151 d5818151 54913f49 a84b24fa 68f19021 6a4b0258 1c3edddc fce9b060 c1dc9412 54bbcd35 \
        7d243b5c 12551fb9 f9eee656 e4c73445 d44ff8d7 76e33390 c80ebaf8 141a0821 fbe522e1 9972ffd7 fce9b060 \
        b031984f b031984f
        """,
        "hostPhysician": """
        00296b75 9e20eaff 9e20eaff 9e20eaff 9e20eaff 9e20eaff 9e20eaff 9e20eaff 9e20eaff d0587e76 d0587e76 \
        d0587e76 d0587e76 d0587e76 d0587e76 d0587e76 d0587e76 d0587e76 d0587e76 d0587e76 d0587e76 d0985535 \
        9e20eaff 9e20eaff 9e20eaff 9e20eaff 9e20eaff 9e20eaff 9e20eaff 9e20eaff 9e20eaff 9e20eaff 00296b75 \
        9e20eaff 9e20eaff d0587e76 d0985535 dbe73d1f dbe73d1f 9e20eaff 9e20eaff 9e20eaff d0587e76 9e20eaff \
        9e20eaff 9e20eaff
        """,
        "physician": """
        56ee1bf3 0f38798e c535dc09 15ad0ea9 40cacb49 4fc2d027 cd431c1b cd431c1b 6e1398ce b9fd4341 262b5167 \
        4210161d 3c9401fd 80bab861 20c99bf1 4005ac46 6b6059ce e2d0bd4e ec211770 775d9f4a 2eff357b 1f3428af \
        1dc8778f 19256f91 e996bce5 0bfeb2bf a7cacc48 0bfeb2bf e996bce5 e996bce5 e996bce5 e996bce5 e996bce5 \
        e996bce5 e996bce5 d3838f39 e996bce5 e996bce5 e996bce5 e996bce5 1bb34d09 e996bce5 74241eb6 e996bce5 \
        d286cccb 0256b99f
        """,
        "treating": """
        2ecc6f54 0f38798e ff5d02e2 8699b4bb 752984c6 4fc2d027 d82d9460 d82d9460 e25adb37 52b8fcc2 262b5167 \
        3b41c53a 9b07c974 b8d4324c a5fdf4f1 ecb2e383 faf0170f 6ba607f0 3009c837 af417b90 1456d51f 91a217f8 \
        42e0ae27 19256f91 e996bce5 0bfeb2bf a7cacc48 0bfeb2bf e996bce5 e996bce5 e996bce5 e996bce5 e996bce5 \
        e996bce5 e996bce5 d3838f39 e996bce5 e996bce5 e996bce5 e996bce5 1bb34d09 e996bce5 8aaab1f1 e996bce5 \
        3e11f696 0256b99f
        """,
        "nurse": """
        56ee1bf3 0f38798e c535dc09 15ad0ea9 40cacb49 4fc2d027 cd431c1b cd431c1b 6e1398ce 18716820 262b5167 \
        7a0c10c7 f81e38b3 53c503e7 b0167007 16a67bf0 6fd3abbe 5abc1de0 3516c56e c94cf27e c6c8c134 1f3428af \
        1dc8778f 19256f91 e996bce5 0bfeb2bf a7cacc48 0bfeb2bf e996bce5 e996bce5 e996bce5 e996bce5 e996bce5 \
        e996bce5 e996bce5 d3838f39 e996bce5 e996bce5 e996bce5 e996bce5 1bb34d09 e996bce5 aac89f4b e996bce5 \
        d286cccb 0256b99f
        """,
        "trainee": """
        3d67c1dc a64f1c2a 543046f6 fd8fc662 bd6e4cee 4fc2d027 371c5533 371c5533 f3efc1d0 4e654459 262b5167 \
        556ddcbb 2a20cec3 51e9d29a 7d81d157 9c597a2c 313498ea 2c90207f c57e899d c095545d 5deace34 30063d6b \
        253b491f c8713661 e1e1577b b9c6c21d a7cacc48 b9c6c21d e1e1577b e1e1577b e1e1577b e1e1577b e1e1577b \
        e1e1577b e1e1577b 3ded251e e1e1577b e1e1577b e1e1577b e1e1577b 4f42345f e1e1577b 4e6f1d83 e1e1577b \
        56f26bcf 56f26bcf
        """,
        "reinforced": """
        7f09a1a0 a6e2c473 fc6f7766 a7ab4aea d9472992 93c62377 02cf4fb4 02cf4fb4 4ee03507 7f91591b 7f91591b \
        ebe3f1cf 1c8d5e13 6592be75 0357849d 32ca81a3 4c274130 926d18f0 7899fd93 0b4facc9 d09e506e ce339119 \
        63f8f1fc c30011e0 7c634411 bb5386a4 aaa6729b bb5386a4 7c634411 7c634411 7c634411 7c634411 7c634411 \
        7c634411 7c634411 d72f33a5 7c634411 7c634411 7c634411 7c634411 7c634411 7c634411 b3a3f9cb 7c634411 \
        81220347 81220347
        """,
        "occupational": """
        5be75355 4eed8164 0bc530be 0bc530be 8675dbc3 03c739db e0fc43c1 e0fc43c1 e0fc43c1 78584411 73716351 \
        307be28f 34717efd 6fd1da0b 3673ae5d 829d7791 fc47eeab 6b2cc077 193c27c1 25a326c5 897f1070 4d76ba49 \
        8f41dd9f 026f0a1f 5b8ac4b9 40093d47 d2b02557 40093d47 5b8ac4b9 5b8ac4b9 5b8ac4b9 5b8ac4b9 5b8ac4b9 \
        5b8ac4b9 5b8ac4b9 165f5bea 5b8ac4b9 5b8ac4b9 5b8ac4b9 5b8ac4b9 5b8ac4b9 5b8ac4b9 628ea074 5b8ac4b9 \
        6e579583 6e579583
        """,
        "coordination": """
        56ee1bf3 0f38798e c535dc09 15ad0ea9 40cacb49 4fc2d027 cd431c1b cd431c1b 6e1398ce 38be08e0 262b5167 \
        9cf89076 8d987f83 26b4e2f7 8bcb850f bfcbd676 2e6c837c 85f21cf4 79ed4c9e 03458117 a8cd6395 1f3428af \
        1dc8778f 19256f91 e996bce5 0bfeb2bf a7cacc48 0bfeb2bf e996bce5 e996bce5 e996bce5 e996bce5 e996bce5 \
        e996bce5 e996bce5 d3838f39 e996bce5 e996bce5 e996bce5 e996bce5 1bb34d09 e996bce5 cb7109c4 e996bce5 \
        d286cccb 0256b99f
        """,
        "employee": """
        04d67db4 4237f284 75fd7dae 75fd7dae edd84a3a 4ec2872b 9df94397 9df94397 8cc77e0a c777e7f9 63265ec0 \
        902eb511 55c96e85 8716e9df 55c96e85 91ab054e 91ab054e 91ab054e 91ab054e 91ab054e 99da65a1 d8623258 \
        d711c2db 180d04ac e35c1dbb 24d8d8b1 5e841cbb 24d8d8b1 e35c1dbb e35c1dbb e35c1dbb e35c1dbb e35c1dbb \
        e35c1dbb e35c1dbb b98e56a5 e35c1dbb e35c1dbb e35c1dbb e35c1dbb 111751af e35c1dbb 82ca01b3 e35c1dbb \
        c49f49d7 db6ba33b
        """,
        "structure": """
        8e2de404 879660e3 7c456000 7c456000 f75a0cc2 e74b9ffe a524bbfc 98085301 a524bbfc 704a37d0 aef906cc \
        e96adcf8 177958e0 928e456f 177958e0 acc4ebef acc4ebef acc4ebef acc4ebef acc4ebef c4702759 f26f551e \
        ba8c2e7d 8c59400e 10542b69 465109b5 dc4cc1c1 465109b5 10542b69 10542b69 10542b69 10542b69 10542b69 \
        10542b69 10542b69 a10bb894 10542b69 10542b69 10542b69 10542b69 1811e1a5 10542b69 f3615833 10542b69 \
        263284b5 263284b5
        """,
        "insurer": """
        b204e9e5 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 efd19646 efd19646 \
        efd19646 efd19646 efd19646 efd19646 efd19646 efd19646 efd19646 efd19646 efd19646 efd19646 8ea09aa9 \
        8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 \
        8ea09aa9 8ea09aa9 efd19646 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 8ea09aa9 efd19646 8ea09aa9 \
        e193acd9 e193acd9
        """,
    ]
}
