using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.FirstRun;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Start;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Whether the gateway has a secret that protects, and only one of them.</summary>
internal sealed class GatewayAuthCheck() : DoctorCheck(CheckId)
{
    public const string CheckId = "gateway/auth";

    private const int ShortSecret = 32;

    protected override IEnumerable<DoctorFinding> Look(DoctorContext context)
    {
        if (context.Config.Config?.Gateway is not { } gateway || !context.Config.Exists || gateway.Mode == GatewayMode.Remote)
            return [];
        var auth = gateway.Auth;
        if (auth is { ModeIsExplicit: false, Token: not null, Password: not null })
            return [DoctorFinding.Error("token and password are both set, and gateway.auth.mode does not say which counts") with { Path = "gateway.auth", FixHint = "Set gateway.auth.mode to token or password." }];
        return auth.Mode switch
        {
            GatewayAuthMode.Token => Judge("gateway.auth.token", ConfigVariables.Token, auth.Token, context, NewToken(context)),
            GatewayAuthMode.Password => Judge("gateway.auth.password", ConfigVariables.Password, auth.Password, context, null),
            GatewayAuthMode.None => [DoctorFinding.Warning("everybody who reaches the port is let in") with { Path = "gateway.auth.mode", Requirement = "token or password", FixHint = "Set gateway.auth.mode to token." }],
            _ => [],
        };
    }

    private static IEnumerable<DoctorFinding> Judge(string key, string variable, Secret? secret, DoctorContext context, DoctorRepair? repair)
    {
        if (GatewaySecret.ProblemOf(secret) is { } problem)
        {
            yield return DoctorFinding.Error($"it {problem}; no gateway starts with it") with
            {
                Path = key,
                Requirement = "a secret of your own",
                FixHint = repair is null ? $"Set {key} or {variable}." : "openclaw doctor --generate-gateway-token",
                Repair = secret?.MissingVariable is null ? repair : null,
            };
            yield break;
        }

        if (secret!.Reveal().Length < ShortSecret)
            yield return DoctorFinding.Warning($"it has fewer than {ShortSecret} characters") with { Path = key, FixHint = "openssl rand -hex 24 makes a good one." };
        if (context.Config.Source?.Find(key) is ConfigString written && context.Variable(variable) is { } other && other != written.Value && other != secret.Reveal())
            yield return DoctorFinding.Warning($"{variable} holds another secret, which has no effect beside this key") with { Path = key, FixHint = $"Unset {variable}, or remove {key}." };
    }

    private static DoctorRepair NewToken(DoctorContext context) => new("make a gateway token", async cancellationToken =>
    {
        await ConfigRepair.EditAsync(context, static document => document.TrySet("gateway.auth.token", new ConfigString(FirstConfig.NewToken())), cancellationToken);
        return "made a gateway token; \"openclaw config file\" says where it is";
    });
}
