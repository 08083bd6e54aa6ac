using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// Where the code of one assembly stands in its sources. Instructions have sequence points; a type or a member without
/// a body is found by its declaration in the text.
/// </summary>
public sealed class SourcePlaces
{
    private readonly string[] _files;
    private readonly Dictionary<string, string[]> _lines = [];

    public SourcePlaces(ModuleDefinition module)
    {
        _files = [.. module.GetTypes()
            .SelectMany(t => t.Methods)
            .SelectMany(Points)
            .Select(p => p.Document.Url)
            .Concat(Neighbours(module))
            .Distinct()];
    }

    public Place At(MethodDefinition method, Instruction instruction)
    {
        SequencePoint? point = Points(method).LastOrDefault(p => p.Offset <= instruction.Offset)
            ?? Points(method).FirstOrDefault();
        return point is null ? At(method) : new Place(Relative(point.Document.Url), point.StartLine);
    }

    public Place At(TypeDefinition type)
    {
        string name = Regex.Escape(Plain(type.Name));
        Regex declaration = new($@"\b(class|struct|interface|enum|delegate\s.*)\s*\b{name}\b");
        return Find(declaration, FilesOf(type), 0) ?? Find(declaration, _files, 0) ?? FirstPoint(type) ?? Unknown(type);
    }

    public Place At(IMemberDefinition member)
    {
        Regex name = new($@"\b{Regex.Escape(Written(member))}\b");
        SequencePoint? body = member is MethodDefinition method ? Points(method).FirstOrDefault() : null;
        if (body is null)
        {
            Place type = At(member.DeclaringType);
            return Find(name, [Path.Combine(Repository.Root, type.File)], type.Line) ?? type;
        }

        // The first point of a body is its brace; the declaration stands above it.
        string[] lines = Lines(body.Document.Url);
        int line = body.StartLine;
        while (line > 0 && line <= lines.Length && body.StartLine - line < 12 && !name.IsMatch(lines[line - 1]))
        {
            line--;
        }

        bool found = line > 0 && line <= lines.Length && name.IsMatch(lines[line - 1]);
        return new Place(Relative(body.Document.Url), found ? line : body.StartLine);
    }

    /// <summary>A member's name as it stands in the text.</summary>
    private static string Written(IMemberDefinition member)
    {
        MethodDefinition? method = member as MethodDefinition;
        if (method is not null && method.IsConstructor)
        {
            return Plain(method.DeclaringType.Name);
        }

        bool accessor = method is { IsGetter: true } or { IsSetter: true } or { IsAddOn: true } or { IsRemoveOn: true };
        string name = member.Name[(member.Name.LastIndexOf('.') + 1)..];
        return Plain(accessor ? name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..] : name);
    }

    private static IEnumerable<SequencePoint> Points(MethodDefinition method) =>
        method.DebugInformation.SequencePoints.Where(p => !p.IsHidden);

    /// <summary>A file in which nothing has a body is not named by any sequence point.</summary>
    private static IEnumerable<string> Neighbours(ModuleDefinition module)
    {
        IEnumerable<string?> folders = module.GetTypes().SelectMany(t => t.Methods).SelectMany(Points)
            .Select(p => Path.GetDirectoryName(p.Document.Url)).Distinct();
        return folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f!, "*.cs"));
    }

    private static string Plain(string name)
    {
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick];
    }

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    private static Place Unknown(TypeDefinition type) => new(type.FullName, 0);

    private static Place? FirstPoint(TypeDefinition type)
    {
        TypeDefinition outer = type.DeclaringType ?? type;
        SequencePoint? point = type.Methods.Concat(outer.Methods).SelectMany(Points).FirstOrDefault();
        return point is null ? null : new Place(Relative(point.Document.Url), point.StartLine);
    }

    private static string[] FilesOf(TypeDefinition type)
    {
        IEnumerable<MethodDefinition> methods = type.Methods.Concat(type.DeclaringType?.Methods ?? []);
        return [.. methods.SelectMany(Points).Select(p => p.Document.Url).Distinct()];
    }

    private Place? Find(Regex pattern, IEnumerable<string> files, int afterLine)
    {
        foreach (string file in files)
        {
            string[] lines = Lines(file);
            for (int i = afterLine; i < lines.Length; i++)
            {
                if (!lines[i].TrimStart().StartsWith("//", StringComparison.Ordinal) && pattern.IsMatch(lines[i]))
                {
                    return new Place(Relative(file), i + 1);
                }
            }
        }

        return null;
    }

    private string[] Lines(string file)
    {
        if (!_lines.TryGetValue(file, out string[]? lines))
        {
            lines = File.Exists(file) ? File.ReadAllLines(file) : [];
            _lines.Add(file, lines);
        }

        return lines;
    }
}
