using System.Globalization;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage.PowerCuts;

/// <summary>
/// The power goes at every interesting moment of a recorded life of the database. See docs/decisions/0012-power-cuts.md for what this
/// shows and what it cannot.
/// </summary>
public sealed class PowerCutTests
{
    private const int Rows = 400;

    // Four ways each; more of them on a quiet machine: OPENCLAW_POWER_CUTS=4000.
    private static readonly int Cuts = int.TryParse(Environment.GetEnvironmentVariable("OPENCLAW_POWER_CUTS"), CultureInfo.InvariantCulture, out var many) ? many : 60;

    [Fact]
    [Trait("Threat", "FS-14")]
    public async Task Every_answered_row_is_there_whole_wherever_the_power_goes()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var steps = await RecordAsync();
        Assert.Contains(steps, static step => step is { Kind: DiskStepKind.Write, File: "state.db" });

        for (var at = 0; at < Cuts; at++)
        {
            var cut = (int)((long)steps.Count * (at + 1) / Cuts);
            foreach (var kind in Enum.GetValues<CutKind>())
            {
                var lost = await LostAsync(steps, cut, kind, seed: (at * 4) + (int)kind);
                Assert.True(lost is null, $"Power cut at step {cut} of {steps.Count}, {kind}: {lost}");
            }
        }
    }

    [Fact]
    public async Task A_disk_that_lies_about_flushing_is_found_out()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var steps = await RecordAsync();

        var lost = false;
        for (var cut = steps.Count; cut > steps.Count / 2 && !lost; cut -= steps.Count / 20)
            lost = await LostAsync(steps, cut, CutKind.Dropped, seed: cut, believesFlushes: false) is not null;

        Assert.True(lost, "The trial would not have noticed a loss.");
    }

    private static async Task<List<DiskStep>> RecordAsync()
    {
        using var directory = new TemporaryDirectory();
        using var child = ChildProcess.Start(StorageChild.RecordSteps, directory["state.db"], directory["steps.log"], Rows.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("done", await child.Output.ReadLineAsync());
        return DiskStep.Load(directory["steps.log"]);
    }

    /// <summary>What is wrong after a power cut; null when nothing is.</summary>
    private static async Task<string?> LostAsync(List<DiskStep> steps, int cut, CutKind kind, int seed, bool believesFlushes = true)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"openclaw-cut-{Guid.NewGuid():N}")).FullName;
        try
        {
            new PowerCut(steps, kind, seed, believesFlushes).Write(folder, cut);
            var answered = steps.Take(cut).Where(static step => step.Kind == DiskStepKind.Answer).Select(static step => step.Number);
            await using var database = await SqliteDatabase.OpenAsync(Path.Combine(folder, "state.db"), StorageChild.PairMigrations, TimeProvider.System);
            return await database.ReadAsync(connection => Judge(connection, answered));
        }
        catch (StorageException error)
        {
            return error.Message;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Judge(SqliteConnection connection, IEnumerable<long> answered)
    {
        if (connection.Query("PRAGMA integrity_check(1)", static row => row.GetString(0)) is not ["ok"] and var findings)
            return findings[0];
        if (connection.Scalar<long>("SELECT count(*) FROM (SELECT id FROM a EXCEPT SELECT id FROM b UNION ALL SELECT id FROM b EXCEPT SELECT id FROM a)") is > 0 and var half)
            return $"{half} transactions are there by half";
        if (connection.Scalar<long>("SELECT count(*) FROM a JOIN b USING (id) WHERE a.text <> b.text") is > 0 and var wrong)
            return $"{wrong} rows are not what was written";
        var missing = answered.Except(connection.Query("SELECT id FROM a", static row => row.GetInt64(0))).Count();
        return missing == 0 ? null : $"{missing} answered rows are gone";
    }
}
