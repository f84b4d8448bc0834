namespace OpenClaw.Testing;

/// <summary>What came of a request to a route.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">The body, as UTF-8.</param>
/// <param name="Headers">The headers; several values of one are parted by commas.</param>
public sealed record RouteAnswer(int Status, string Text, IReadOnlyDictionary<string, string> Headers);
