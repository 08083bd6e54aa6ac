using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>The compiled device assemblies that the gate reads, with their symbols.</summary>
public sealed class DeviceCode : IDisposable
{
    private readonly Dictionary<string, AssemblyDefinition> _assemblies = [];
    private readonly Dictionary<ModuleDefinition, SourcePlaces> _places = [];

    /// <param name="files">Paths of the assemblies; each has its .pdb beside it.</param>
    /// <param name="declarations">Folders with the declarations they were compiled against.</param>
    public DeviceCode(IEnumerable<string> files, params string[] declarations)
    {
        Resolver resolver = new(_assemblies, declarations);
        foreach (string file in files)
        {
            ReaderParameters parameters = new()
            {
                AssemblyResolver = resolver,
                ReadSymbols = true,
                SymbolReaderProvider = new PortablePdbReaderProvider(),
            };
            AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(file, parameters);
            _assemblies.Add(assembly.Name.Name, assembly);
        }

        Types = [.. _assemblies.Values.SelectMany(a => a.MainModule.GetTypes()).Where(t => t.Name != "<Module>")];
        Methods = [.. Types.SelectMany(t => t.Methods)];
        foreach (AssemblyDefinition assembly in _assemblies.Values)
        {
            _places.Add(assembly.MainModule, new SourcePlaces(assembly.MainModule));
        }
    }

    public IEnumerable<AssemblyDefinition> Assemblies => _assemblies.Values;

    /// <summary>All types of ours, nested and generated ones included.</summary>
    public IReadOnlyList<TypeDefinition> Types { get; }

    public IReadOnlyList<MethodDefinition> Methods { get; }

    public IEnumerable<(MethodDefinition Method, Instruction Instruction)> Instructions =>
        from method in Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        select (method, instruction);

    /// <summary>The definition when it is ours, else null.</summary>
    public TypeDefinition? Ours(TypeReference? type)
    {
        TypeReference? element = type?.GetElementType();
        if (element is null || element.IsGenericParameter)
        {
            return null;
        }

        string scope = element.Scope is AssemblyNameReference name ? name.Name : element.Module.Assembly.Name.Name;
        return _assemblies.TryGetValue(scope, out AssemblyDefinition? assembly)
            ? assembly.MainModule.GetType(element.FullName)
            : null;
    }

    /// <summary>The definition when it is ours, else null.</summary>
    public MethodDefinition? Ours(MethodReference method) =>
        Ours(method.DeclaringType) is null ? null : method.Resolve();

    /// <summary>The definition when it is ours, else null.</summary>
    public FieldDefinition? Ours(FieldReference field) => Ours(field.DeclaringType) is null ? null : field.Resolve();

    public Place At(MethodDefinition method, Instruction instruction) =>
        _places[method.Module].At(method, instruction);

    public Place At(TypeDefinition type) => _places[type.Module].At(type);

    public Place At(IMemberDefinition member) => _places[member.DeclaringType.Module].At(member);

    public void Dispose()
    {
        foreach (AssemblyDefinition assembly in _assemblies.Values)
        {
            assembly.Dispose();
        }
    }

    private sealed class Resolver(Dictionary<string, AssemblyDefinition> ours, string[] folders) : IAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _read = [];

        public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

        public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
        {
            if (ours.TryGetValue(name.Name, out AssemblyDefinition? known) || _read.TryGetValue(name.Name, out known))
            {
                return known;
            }

            string file = folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists)
                ?? throw new AssemblyResolutionException(name);
            ReaderParameters own = new() { AssemblyResolver = this };
            AssemblyDefinition read = AssemblyDefinition.ReadAssembly(file, own);
            _read.Add(name.Name, read);
            return read;
        }

        public void Dispose()
        {
        }
    }
}
