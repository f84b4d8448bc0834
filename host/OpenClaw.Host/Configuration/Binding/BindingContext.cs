namespace OpenClaw.Host.Configuration.Binding;

/// <summary>What a value may need beside itself: variables for references, and where relative paths start.</summary>
internal sealed record BindingContext(Func<string, string?> Variable, Func<string, string> ExpandPath);
