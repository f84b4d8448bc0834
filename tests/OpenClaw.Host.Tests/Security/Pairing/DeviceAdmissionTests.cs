using System.Net;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security;
using OpenClaw.Host.Security.Devices;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Host.Security.Setup;
using OpenClaw.Host.Security.Tokens;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.Tests.Security.Pairing;

/// <summary>A decision about a device that falls between the look at its token and the end of its handshake.</summary>
public sealed class DeviceAdmissionTests
{
    private static readonly Peer ThisMachine = new() { Address = IPAddress.Loopback };
    private static readonly RpcCaller Owner =
        new() { ConnectionId = "c", Role = Roles.Operator, Scopes = [OperatorScopes.Admin], Protocol = ProtocolVersions.Current };

    private static readonly PairingRequest Request = new()
    {
        Device = new VerifiedDevice("device", "key"),
        Role = Roles.Operator,
        Scopes = [OperatorScopes.Read],
        ClientId = ClientIds.Cli,
        ClientMode = ClientModes.Cli,
        Platform = "linux",
        Source = "here",
    };

    [Theory]
    [Trait("Threat", "AUTH-30")]
    [InlineData("removed", "linux")]
    [InlineData("revoked", "linux")]
    [InlineData("rotated", "linux")]
    [InlineData("removed", "darwin")]
    [InlineData("revoked", "darwin")]
    [InlineData("rotated", "darwin")]
    public async Task A_token_that_has_just_become_worthless_neither_lets_in_nor_approves_anew(string decision, string platform)
    {
        using var directory = new TemporaryDirectory();
        var nobody = new NoConnections();
        var keys = new SecurityKeys(StatePathResolver.Resolve(name => name == "OPENCLAW_STATE_DIR" ? directory.Path : null), Ed25519.Managed);
        await keys.LoadAsync(default);
        await using var database = await SqliteDatabase.OpenAsync(directory["gateway.db"], SecuritySchema.Migrations, TimeProvider.System);
        var pairing = new PairingBook(database, nobody, TimeProvider.System);
        var devices = new PairedDevices(database, new DeviceTokenMint(keys), nobody, TimeProvider.System);
        var admission = new DeviceAdmission(
            devices, pairing, new SetupCodes(database, pairing, nobody, TimeProvider.System), new SilentApproval(new FixedConfig(new GatewayConfig())));
        var judged = await pairing.ApproveDirectlyAsync(Request, ApprovalPaths.Silent, judged: null, default);

        Assert.True(decision switch
        {
            "removed" => await devices.RemoveAsync("device", default) is not null,
            "revoked" => await devices.RevokeAsync("device", Roles.Operator, Owner, default) is not null,
            _ => await devices.RotateAsync("device", Roles.Operator, [], Owner, default) is not null,
        });
        var outcome = await admission.AdmitAsync(
            Request with { Platform = platform }, judged, AuthResult.Let(AuthMethods.DeviceToken), ThisMachine, ProtocolVersions.Current, default);

        Assert.True(outcome.TokenWasReplaced);
        Assert.Null(outcome.Device);
        var left = await devices.FindAsync("device", default);
        Assert.Equal(decision == "rotated", left?.IsApproved(Roles.Operator) is true);
        Assert.Empty(left?.ActiveToken(Roles.Operator)?.Scopes ?? []);
    }
}
