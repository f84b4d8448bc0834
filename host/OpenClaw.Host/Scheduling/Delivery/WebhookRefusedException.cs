namespace OpenClaw.Host.Scheduling.Delivery;

/// <summary>The address may not be called: trying again changes nothing.</summary>
internal sealed class WebhookRefusedException(string message) : Exception(message);
