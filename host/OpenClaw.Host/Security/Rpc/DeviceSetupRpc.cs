using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Setup;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Security.Rpc;

/// <summary>Methods that hand out setup codes and tell what became of them.</summary>
internal sealed class DeviceSetupRpc(SetupCodes setups, IConfigSource config) : IRpcModule
{
    public void Register(RpcMethods methods)
    {
        methods.Add(
            MethodNames.DevicePairSetupCode,
            static () => ProtocolJsonContext.Default.DeviceSetupCodeParams,
            static () => ProtocolJsonContext.Default.DeviceSetupCodeResult,
            (_, parameters, cancellationToken) => IssueAsync(parameters, cancellationToken));
        methods.Add(
            MethodNames.DevicePairSetupStatus,
            static () => ProtocolJsonContext.Default.DeviceSetupStatusParams,
            static () => ProtocolJsonContext.Default.DeviceSetupStatusResult,
            (_, parameters, cancellationToken) => setups.StatusAsync(parameters.SetupId, cancellationToken));
    }

    private async ValueTask<DeviceSetupCodeResult> IssueAsync(DeviceSetupCodeParams parameters, CancellationToken cancellationToken)
    {
        var gateway = config.Current.Gateway;
        var (url, source) = SetupAddress.Choose(gateway, parameters.PublicUrl, parameters.PreferRemoteUrl is true);
        var setup = await setups.IssueAsync(SetupAccess.Named(parameters.BootstrapProfile), cancellationToken);
        var code = SetupCodeText.Write(new SetupPayload { Url = url, BootstrapToken = setup.Token, ExpiresAtMs = setup.ExpiresAt });
        return new DeviceSetupCodeResult
        {
            SetupId = setup.SetupId,
            SetupCode = code,
            QrDataUrl = parameters.IncludeQr is false ? null : SetupQr.ForPage(code),
            ExpiresAtMs = setup.ExpiresAt,
            GatewayUrl = url,
            Auth = gateway.Auth.Mode == GatewayAuthMode.Password ? "password" : "token",
            UrlSource = source,
            Access = setup.Access.Name,
        };
    }
}
