namespace OpenClaw.Agents.Common.Http;

/// <summary>A far end sent more than is read.</summary>
internal sealed class OversizeException(string message) : IOException(message);
