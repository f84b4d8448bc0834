using OpenClaw.Host.Configuration.Writing;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>What holds secrets or conversations is for its owner alone.</summary>
internal sealed class PermissionsCheck() : DoctorCheck("config/permissions")
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    protected override IEnumerable<DoctorFinding> Look(DoctorContext context)
    {
        if (OperatingSystem.IsWindows())
            yield break;
        foreach (var path in Guarded(context).Where(Path.Exists))
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & Others) == 0)
                continue;
            yield return DoctorFinding.Warning($"others on this machine may reach it (mode {Octal(mode)})") with
            {
                Path = path,
                Requirement = $"mode {Octal(mode & ~Others)}",
                FixHint = $"chmod {Octal(mode & ~Others)} {path}",
                Repair = DoctorRepair.Of($"take the rights of others on {path} away", () =>
                {
                    if (!OperatingSystem.IsWindows())
                        File.SetUnixFileMode(path, mode & ~Others);
                    return $"{path} has mode {Octal(mode & ~Others)}";
                }) with
                { IsSafe = true },
            };
        }
    }

    private static IEnumerable<string> Guarded(DoctorContext context)
    {
        var paths = context.Paths;
        var identities = Directory.Exists(paths.IdentityDirectory) ? Directory.EnumerateFiles(paths.IdentityDirectory) : [];
        return
        [
            paths.StateDirectory, paths.ConfigFile, .. ConfigBackups.NamesOf(paths.ConfigFile),
            paths.DatabaseFile, paths.DatabaseFile + "-wal", paths.DatabaseFile + "-shm", paths.IdentityDirectory, .. identities,
        ];
    }

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(3, '0');
}
