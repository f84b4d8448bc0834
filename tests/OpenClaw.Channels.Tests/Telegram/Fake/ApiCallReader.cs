using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>Reads calls as Telegram takes them: JSON, or a form where files come along.</summary>
internal static class ApiCallReader
{
    public static async Task<ApiCall> ReadAsync(HttpRequest request, string method)
    {
        if (!request.HasFormContentType)
        {
            var body = await JsonNode.ParseAsync(request.Body);
            return new ApiCall(method, body as JsonObject ?? [], new Dictionary<string, UploadedFile>());
        }

        var form = await request.ReadFormAsync();
        var parameters = new JsonObject();
        foreach (var (name, value) in form)
            parameters[name] = value.ToString();
        var files = new Dictionary<string, UploadedFile>();
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            files[file.Name] = new UploadedFile(file.FileName, file.ContentType, content.ToArray());
        }

        return new ApiCall(method, parameters, files);
    }
}
