using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.IntegrationTests.Devices;

/// <summary>A device with a key of its own that signs connect requests.</summary>
internal sealed class TestDevice
{
    public static readonly string[] AllScopes =
        [OperatorScopes.Read, OperatorScopes.Write, OperatorScopes.Admin, OperatorScopes.Approvals, OperatorScopes.Pairing];

    private readonly byte[] _seed = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _publicKey = new byte[32];

    public TestDevice() => Ed25519.Managed.DerivePublicKey(_seed, _publicKey);

    public string Id => DeviceKeys.IdOf(_publicKey);

    public string PublicKey => DeviceKeys.Encode(_publicKey);

    public static ConnectParams Operator(params string[] scopes) => new()
    {
        MinProtocol = 4,
        MaxProtocol = 4,
        Client = new ConnectClient { Id = ClientIds.Cli, Version = "1.0.0", Platform = "linux", Mode = ClientModes.Cli },
        Role = Roles.Operator,
        Scopes = scopes,
        Caps = [],
        Auth = new ConnectAuth { Token = TestGateway.Token },
    };

    public static ConnectParams Node(params string[] commands) => Operator() with
    {
        Client = new ConnectClient { Id = ClientIds.NodeHost, Version = "1.0.0", Platform = "linux", Mode = ClientModes.Node, DisplayName = "A node" },
        Role = Roles.Node,
        Commands = commands,
    };

    /// <summary>Signs a request for the socket that was challenged.</summary>
    public ConnectParams Sign(ConnectParams connect, FrameClient client, int version = 3) =>
        Sign(connect, client.ChallengedAt, client.Nonce, version);

    public ConnectParams Sign(ConnectParams connect, long signedAt, string? nonce, int version = 3)
    {
        var unsigned = connect with
        {
            Device = new ConnectDevice { Id = Id, PublicKey = PublicKey, Signature = "-", SignedAt = signedAt, Nonce = nonce },
        };
        var payload = DeviceSignaturePayload.From(unsigned)!;
        var text = version switch { 1 => payload.ToV1(), 2 => payload.ToV2(), _ => payload.ToV3() };
        var signature = new byte[64];
        Ed25519.Managed.Sign(_seed, Encoding.UTF8.GetBytes(text), signature);
        return unsigned with { Device = unsigned.Device with { Signature = DeviceKeys.Encode(signature) } };
    }

    public static string Request(ConnectParams connect) =>
        $$"""{"type":"req","id":"connect-1","method":"connect","params":{{JsonSerializer.Serialize(connect, ProtocolJsonContext.Default.ConnectParams)}}}""";
}
