using System.Globalization;

namespace OpenClaw.Host.Storage.Salvage;

/// <summary>What a salvage saved, and where the damaged files lie.</summary>
internal sealed record SalvageReport(string Quarantine, IReadOnlyList<SalvagedTable> Tables)
{
    public long Rows => Tables.Sum(static table => table.Rows);

    public override string ToString()
    {
        var damaged = Tables.Where(static table => table.Problem is not null || table.Refused > 0).Select(Describe).ToList();
        var losses = damaged.Count == 0 ? "every table could be read to its end" : $"rows are missing in: {string.Join("; ", damaged)}";
        return string.Create(
            CultureInfo.InvariantCulture, $"{Rows} rows of {Tables.Count} tables were saved into a new database; {losses}. The damaged files are kept in {Quarantine}");
    }

    private static string Describe(SalvagedTable table)
    {
        var refused = table.Refused > 0 ? $", {table.Refused} refused" : "";
        return $"{table.Name} ({table.Rows} saved{refused}{(table.Problem is null ? "" : $", {table.Problem}")})";
    }
}
