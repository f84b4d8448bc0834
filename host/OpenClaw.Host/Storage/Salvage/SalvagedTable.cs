namespace OpenClaw.Host.Storage.Salvage;

/// <summary>What was saved of one table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">Rows that are in the new database.</param>
/// <param name="Refused">Rows that could be read and that the new table does not take.</param>
/// <param name="Problem">Why not all of it could be read; null when it could.</param>
internal sealed record SalvagedTable(string Name, long Rows, long Refused, string? Problem);
