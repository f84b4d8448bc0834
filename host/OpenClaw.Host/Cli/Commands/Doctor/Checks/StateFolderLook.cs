using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>The state folder: whether it is there, has room, and takes files.</summary>
internal static class StateFolderLook
{
    private const long Megabyte = 1024 * 1024;
    private const long LittleSpace = 512 * Megabyte;
    private const long NoSpace = 64 * Megabyte;

    public static IEnumerable<DoctorFinding> Of(DoctorContext context)
    {
        var folder = context.Paths.StateDirectory;
        if (!Directory.Exists(folder))
        {
            yield return DoctorFinding.Warning("the folder is not there yet; nothing was ever stored") with
            {
                Path = folder,
                Repair = DoctorRepair.Of($"make {folder}", () =>
                {
                    context.Paths.CreateStateDirectory();
                    return $"made {folder}";
                }) with
                { IsSafe = true },
            };
            yield break;
        }

        if (SpaceFinding(context) is { } space)
            yield return space;
        if (WriteFinding(context) is { } write)
            yield return write;
        if (Leftovers(context) is { Count: > 0 } left)
        {
            yield return DoctorFinding.Info($"{left.Count} files are left of writes that did not end") with
            {
                Path = folder,
                Repair = DoctorRepair.Of($"delete {left.Count} leftover files", () =>
                {
                    AtomicFile.RemoveLeftovers(folder, context.Time);
                    return $"deleted {left.Count} leftover files";
                }) with
                { IsSafe = true },
            };
        }
    }

    private static DoctorFinding? SpaceFinding(DoctorContext context)
    {
        var free = new DriveInfo(context.Paths.StateDirectory).AvailableFreeSpace;
        if (free >= LittleSpace)
            return null;
        var finding = free < NoSpace ? DoctorFinding.Error("") : DoctorFinding.Warning("");
        return finding with
        {
            Message = $"only {free / Megabyte} MB are free on its disk",
            Path = context.Paths.StateDirectory,
            Requirement = $"{LittleSpace / Megabyte} MB",
            FixHint = "Free some space. A full disk loses nothing that was stored, but takes nothing new.",
        };
    }

    // Rights alone do not tell: the file system may be mounted for reading, full, or broken.
    private static DoctorFinding? WriteFinding(DoctorContext context)
    {
        var probe = Path.Combine(context.Paths.StateDirectory, $".doctor.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0))
            {
                file.Write(new byte[4096]);
                file.Flush(flushToDisk: true);
            }

            File.Delete(probe);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Remove(probe);
            return DoctorFinding.Error($"nothing can be written there: {error.Message}") with
            {
                Path = context.Paths.StateDirectory,
                FixHint = "Free space, give this user write permission, or mount the file system for writing.",
            };
        }
    }

    private static void Remove(string probe)
    {
        try
        {
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It was never made.
        }
    }

    private static IReadOnlyList<string> Leftovers(DoctorContext context)
    {
        var old = context.Time.GetUtcNow().UtcDateTime.AddDays(-1);
        return [.. Directory.EnumerateFiles(context.Paths.StateDirectory, ".*.tmp").Where(path => File.GetLastWriteTimeUtc(path) < old)];
    }
}
