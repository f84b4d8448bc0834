using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>Reads calls as Discord takes them: JSON, or a form where files come along.</summary>
internal static class RestReader
{
    public static async Task<RestCall> ReadAsync(HttpRequest request, string path)
    {
        var query = request.Query.ToDictionary(static one => one.Key, static one => one.Value.ToString());
        var authorization = request.Headers.Authorization.ToString();
        if (!request.HasFormContentType)
        {
            var body = request.ContentLength is null or 0 ? null : await JsonNode.ParseAsync(request.Body);
            return new RestCall(request.Method, path, query, body, new Dictionary<string, SentFile>(), authorization);
        }

        var form = await request.ReadFormAsync();
        var files = new Dictionary<string, SentFile>();
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            files[file.Name] = new SentFile(file.FileName, file.ContentType, content.ToArray());
        }

        return new RestCall(request.Method, path, query, JsonNode.Parse(form["payload_json"].ToString()), files, authorization);
    }
}
