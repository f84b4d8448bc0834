using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tests.Security.Pairing;

[Trait("Threat", "AUTH-25")]
public sealed class DeviceAuthorityTests
{
    private static readonly string[] Clerk = [OperatorScopes.Read, OperatorScopes.Pairing];

    [Theory]
    [InlineData(AuthMethods.Token, true)]
    [InlineData(AuthMethods.Password, true)]
    [InlineData(AuthMethods.None, true)]
    [InlineData(AuthMethods.DeviceToken, false)]
    [InlineData(AuthMethods.BootstrapToken, false)]
    [InlineData(AuthMethods.TrustedProxy, false)]
    [InlineData(AuthMethods.Tailscale, false)]
    public void Tokens_of_others_are_for_those_who_have_the_gateways_own_secret(string method, bool may)
    {
        var (device, token) = Device(OperatorScopes.Read);
        Assert.Equal(may, DeviceAuthority.MayRevokeToken(Caller(method, "other", Clerk), device, token));
        Assert.Equal(may, DeviceAuthority.MayReplaceToken(Caller(method, "other", Clerk), device, token, [OperatorScopes.Read]));
        Assert.True(DeviceAuthority.MayRevokeToken(Caller(method, "device", Clerk), device, token));
    }

    [Fact]
    public void Nobody_narrows_what_they_could_not_take_back()
    {
        var (device, token) = Device(OperatorScopes.Admin);
        var clerk = Caller(AuthMethods.Token, "other", Clerk);
        Assert.False(DeviceAuthority.MayRevokeToken(clerk, device, token));
        Assert.False(DeviceAuthority.MayReplaceToken(clerk, device, token, [OperatorScopes.Read]));
        Assert.False(DeviceAuthority.MayReplaceToken(clerk, device, token, []));

        // But a device that came in with less than it holds may leave it at that.
        Assert.True(DeviceAuthority.MayReplaceToken(Caller(AuthMethods.DeviceToken, "device", Clerk), device, token, [OperatorScopes.Read]));
        Assert.False(DeviceAuthority.MayReplaceToken(Caller(AuthMethods.DeviceToken, "device", Clerk), device, token, [OperatorScopes.Admin]));
    }

    [Fact]
    public void Tokens_of_nodes_are_for_administrators()
    {
        var (device, token) = Device();
        var node = token with { Role = Roles.Node };
        Assert.False(DeviceAuthority.MayReplaceToken(Caller(AuthMethods.Token, "device", Clerk), device, node, []));
        Assert.True(DeviceAuthority.MayReplaceToken(Caller(AuthMethods.TrustedProxy, "other", [OperatorScopes.Admin]), device, node, []));
    }

    private static RpcCaller Caller(string method, string deviceId, string[] scopes) => new()
    {
        ConnectionId = "c",
        Role = Roles.Operator,
        Scopes = scopes,
        Protocol = ProtocolVersions.Current,
        AuthMethod = method,
        DeviceId = deviceId,
    };

    private static (DeviceRecord Device, DeviceTokenRecord Token) Device(params string[] scopes)
    {
        var token = new DeviceTokenRecord { Role = Roles.Operator, Salt = [], Scopes = scopes, CreatedAt = 1 };
        var device = new DeviceRecord
        {
            DeviceId = "device",
            PublicKey = "key",
            Role = Roles.Operator,
            Roles = [Roles.Operator],
            Scopes = scopes,
            ApprovedVia = ApprovalPaths.Owner,
            CreatedAt = 1,
            ApprovedAt = 1,
            Tokens = [token],
        };
        return (device, token);
    }
}
