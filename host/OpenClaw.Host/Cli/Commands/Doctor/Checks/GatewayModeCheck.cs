using OpenClaw.Host.Configuration.FirstRun;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Whether this machine is to run a gateway: nothing starts before that was said.</summary>
internal sealed class GatewayModeCheck() : DoctorCheck("gateway/mode")
{
    protected override IEnumerable<DoctorFinding> Look(DoctorContext context)
    {
        var config = context.Config;
        if (!config.Exists)
        {
            return [DoctorFinding.Warning("there is no configuration yet; \"openclaw gateway\" writes a first one") with
            {
                Path = config.Path,
                FixHint = "openclaw gateway",
                Repair = new DoctorRepair("write a first configuration with a fresh token", async cancellationToken =>
                {
                    await FirstConfig.TryWriteAsync(context.Paths, context.Variable, cancellationToken);
                    return $"wrote {config.Path}";
                }),
            }];
        }

        return config.Config?.Gateway.Mode switch
        {
            null when config.IsValid => [DoctorFinding.Error("gateway.mode is not set, so no gateway starts here") with
            {
                Path = "gateway.mode",
                Requirement = "local, or remote where the gateway is elsewhere",
                FixHint = "Set gateway.mode to local.",
                Repair = new DoctorRepair("set gateway.mode to local", async cancellationToken =>
                {
                    await ConfigRepair.EditAsync(context, static document => document.TrySet("gateway.mode", new ConfigString("local")), cancellationToken);
                    return "gateway.mode is local";
                })
                { IsChoice = true },
            }],
            GatewayMode.Remote => [DoctorFinding.Info("this machine talks to a gateway elsewhere and runs none itself") with { Path = "gateway.mode" }],
            _ => [],
        };
    }
}
