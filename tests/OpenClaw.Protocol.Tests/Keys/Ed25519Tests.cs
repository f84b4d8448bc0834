using System.Text;
using System.Text.Json;
using OpenClaw.Protocol.Keys;
using OpenClaw.Protocol.Tests.Golden;

namespace OpenClaw.Protocol.Tests.Keys;

/// <summary>One suite for every implementation this machine has.</summary>
public sealed class Ed25519Tests
{
    private const string Order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

    public static TheoryData<string> Implementations => [.. All().Select(one => one.Name)];

    public static TheoryData<string, string, string, string, string> Rfc8032 => Combine(
    [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
        (
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        ),
    ]);

    /// <summary>Cases of "Taming the many EdDSAs" (Chalkias, Garillot, Nikolaenko 2020): where libraries part ways.</summary>
    public static TheoryData<string, string, string, string, bool> EdgeCases
    {
        get
        {
            var mixed = "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43";
            var small = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa";
            var torsion = "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d";
            var honest = "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623";
            (string Key, string Message, string Signature, bool Good)[] cases =
            [
                (small, "8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a0000000000000000000000000000000000000000000000000000000000000000", false),
                (small, "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79", "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04", false),
                (mixed, "aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e", true),
                (torsion, "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79", "9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009", true),
                (torsion, "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c", "160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09", false),
                (torsion, "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c", "21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405", false),
                (honest, "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40", "e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514", false),
                (honest, "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40", "8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa19427e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22", false),
                (mixed, "fdaebc429f4a735932a160da1301080c13280eea8bc280d1b392c6b9e6ba3a5a", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f454d370c8d9fc323a41450f8d513eafeb5b0697390c1e505a0d4ddc71f566607", false),
                (mixed, "84b698d39be126ff55fe45079e6c8bf64a0d7db6994560b4e96b7021eb39c1a1", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f084d5b99c2a9463d9c8bd5026916996984eeec87ddf1d3be329006ace1b37b09", false),
            ];
            var data = new TheoryData<string, string, string, string, bool>();
            foreach (var one in All())
            {
                foreach (var (key, message, signature, good) in cases)
                {
                    data.Add(one.Name, key, message, signature, good);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rfc8032))]
    public void The_vectors_of_the_standard_come_out(string name, string seed, string publicKey, string message, string signature)
    {
        var ed25519 = Named(name);
        Assert.Equal(publicKey, Hex(PublicKeyOf(ed25519, Bytes(seed))));
        Assert.Equal(signature, Hex(Sign(ed25519, Bytes(seed), Bytes(message))));
        Assert.True(ed25519.Verify(Bytes(publicKey), Bytes(message), Bytes(signature)));
    }

    [Theory]
    [MemberData(nameof(EdgeCases))]
    public void Published_edge_cases_are_judged_alike(string name, string publicKey, string message, string signature, bool good) =>
        Assert.Equal(good, Named(name).Verify(Bytes(publicKey), Bytes(message), Bytes(signature)));

    [Theory]
    [MemberData(nameof(Implementations))]
    public void The_recorded_device_vectors_come_out(string name)
    {
        var ed25519 = Named(name);
        var vectors = JsonElement.Parse(File.ReadAllBytes(GoldenRecordings.PathOf("device-signature-vectors.json")));
        var seed = Bytes(vectors.GetProperty("seedHex").GetString()!);
        var publicKey = PublicKeyOf(ed25519, seed);

        Assert.Equal(vectors.GetProperty("publicKeyBase64Url").GetString(), DeviceKeys.Encode(publicKey));
        Assert.Equal(vectors.GetProperty("deviceId").GetString(), DeviceKeys.IdOf(publicKey));
        foreach (var payload in vectors.GetProperty("payloads").EnumerateObject())
        {
            var signature = Sign(ed25519, seed, Encoding.UTF8.GetBytes(payload.Value.GetString()!));
            Assert.Equal(vectors.GetProperty("signatures").GetProperty(payload.Name).GetString(), DeviceKeys.Encode(signature));
        }
    }

    [Theory]
    [MemberData(nameof(Implementations))]
    public void A_signature_has_one_form_only(string name)
    {
        var ed25519 = Named(name);
        var seed = Bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var publicKey = PublicKeyOf(ed25519, seed);
        var signature = Sign(ed25519, seed, "text"u8.ToArray());
        Assert.True(ed25519.Verify(publicKey, "text"u8, signature));

        // The same point with S + L, which a careless check accepts.
        var carry = 0;
        var order = Bytes(Order);
        for (var i = 0; i < 32; i++)
        {
            carry += signature[32 + i] + order[i];
            signature[32 + i] = (byte)carry;
            carry >>= 8;
        }

        Assert.False(ed25519.Verify(publicKey, "text"u8, signature));
    }

    [Theory]
    [Trait("Threat", "AUTH-19")]
    [MemberData(nameof(Implementations))]
    public void Keys_of_small_order_and_second_spellings_of_points_verify_nothing(string name)
    {
        var ed25519 = Named(name);
        string[] keys =
        [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000080",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        ];
        Assert.All(keys, key =>
        {
            Assert.False(Ed25519Rules.IsAcceptableKey(Bytes(key)));

            // With S = 0 and R = the key or the neutral element, a lax check accepts one message in eight.
            for (var i = 0; i < 32; i++)
            {
                Assert.False(ed25519.Verify(Bytes(key), [(byte)i], [1, .. new byte[63]]));
                Assert.False(ed25519.Verify(Bytes(key), [(byte)i], [.. Bytes(key), .. new byte[32]]));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Implementations))]
    public void Wrong_lengths_are_refused_without_an_exception(string name)
    {
        var ed25519 = Named(name);
        var publicKey = PublicKeyOf(ed25519, new byte[32]);
        Assert.False(ed25519.Verify(publicKey, [], []));
        Assert.False(ed25519.Verify(publicKey, [], new byte[63]));
        Assert.False(ed25519.Verify(publicKey, [], new byte[65]));
        Assert.False(ed25519.Verify([], [], new byte[64]));
        Assert.False(ed25519.Verify(publicKey.AsSpan(1), [], new byte[64]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ed25519.Sign(new byte[31], [], new byte[64]));
    }

    [Theory]
    [MemberData(nameof(Implementations))]
    public void Any_flipped_bit_spoils_a_signature(string name)
    {
        var ed25519 = Named(name);
        var random = new Random(20);
        var seed = new byte[32];
        var message = new byte[80];
        random.NextBytes(seed);
        random.NextBytes(message);
        var publicKey = PublicKeyOf(ed25519, seed);
        var signature = Sign(ed25519, seed, message);
        for (var bit = 0; bit < 8 * (32 + 64 + 80); bit += 3)
        {
            byte[] all = [.. publicKey, .. signature, .. message];
            all[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(ed25519.Verify(all.AsSpan(0, 32), all.AsSpan(96), all.AsSpan(32, 64)));
        }
    }

    [Fact]
    public void All_implementations_agree_on_random_keys_messages_and_damage()
    {
        if (Ed25519.OpenSsl is not { } reference)
        {
            return;
        }

        var random = new Random(8032);
        var managed = Ed25519.Managed;
        for (var round = 0; round < 400; round++)
        {
            var seed = new byte[32];
            var message = new byte[random.Next(200)];
            random.NextBytes(seed);
            random.NextBytes(message);
            var publicKey = PublicKeyOf(managed, seed);
            var signature = Sign(managed, seed, message);
            Assert.Equal(PublicKeyOf(reference, seed), publicKey);
            Assert.Equal(Sign(reference, seed, message), signature);
            Assert.True(managed.Verify(publicKey, message, signature));

            // Damage, or any 32 bytes for a key: about half of them are points.
            switch (round % 3)
            {
                case 0:
                    signature[random.Next(64)] ^= (byte)random.Next(1, 256);
                    break;
                case 1:
                    publicKey[random.Next(32)] ^= (byte)random.Next(1, 256);
                    break;
                default:
                    random.NextBytes(publicKey);
                    break;
            }

            Assert.Equal(reference.Verify(publicKey, message, signature), managed.Verify(publicKey, message, signature));
        }
    }

    private static IEnumerable<IEd25519> All() => Ed25519.OpenSsl is { } native ? [Ed25519.Managed, native] : [Ed25519.Managed];

    private static IEd25519 Named(string name) => All().Single(one => one.Name == name);

    private static TheoryData<string, string, string, string, string> Combine((string Seed, string Key, string Message, string Signature)[] vectors)
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var one in All())
        {
            foreach (var (seed, key, message, signature) in vectors)
            {
                data.Add(one.Name, seed, key, message, signature);
            }
        }

        return data;
    }

    private static byte[] PublicKeyOf(IEd25519 ed25519, byte[] seed)
    {
        var publicKey = new byte[Ed25519.PublicKeySize];
        ed25519.DerivePublicKey(seed, publicKey);
        return publicKey;
    }

    private static byte[] Sign(IEd25519 ed25519, byte[] seed, byte[] message)
    {
        var signature = new byte[Ed25519.SignatureSize];
        ed25519.Sign(seed, message, signature);
        return signature;
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
