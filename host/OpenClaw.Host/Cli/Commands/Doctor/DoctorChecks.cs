using OpenClaw.Host.Cli.Commands.Doctor.Checks;

namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary>All checks, in an order in which a repair of one helps those after it.</summary>
internal static class DoctorChecks
{
    public static IReadOnlyList<DoctorCheck> All =>
    [
        new ConfigParseCheck(),
        new ConfigSchemaCheck(),
        new ConfigLegacyCheck(),
        new ConfigBackupsCheck(),
        new PermissionsCheck(),
        new GatewayModeCheck(),
        new GatewayAuthCheck(),
        new GatewayBindCheck(),
        new GatewayPortCheck(),
        new StateIntegrityCheck(),
        new StateMigrationsCheck(),
        new DeadLettersCheck(),
        new DevicesCheck(),
        new ModelsCheck(),
        new PluginsCheck(),
        new ChannelsCheck(),
    ];

    /// <summary>An id, or the first part of several.</summary>
    public static bool Matches(DoctorCheck check, string selection) =>
        check.Id == selection || check.Id.StartsWith(selection.TrimEnd('*', '/') + "/", StringComparison.Ordinal);
}
