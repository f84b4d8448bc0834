namespace OpenClaw.Agents.Common.Settings;

/// <summary>The header that carries the key.</summary>
internal enum KeyPlace
{
    /// <summary><c>Authorization: Bearer</c>.</summary>
    Bearer = 0,

    /// <summary><c>x-api-key</c>, unless the entry says <c>auth: token</c>.</summary>
    ApiKeyHeader = 1,
}
