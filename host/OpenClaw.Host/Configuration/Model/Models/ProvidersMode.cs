namespace OpenClaw.Host.Configuration.Model.Models;

/// <summary>Whether configured providers add to the catalogue or replace it (<c>models.mode</c>).</summary>
internal enum ProvidersMode
{
    Merge,
    Replace,
}
