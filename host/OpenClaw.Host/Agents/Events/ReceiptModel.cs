namespace OpenClaw.Host.Agents.Events;

/// <summary>A model as a receipt names it.</summary>
internal sealed record ReceiptModel(string Provider, string Model);
