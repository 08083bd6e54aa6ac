using System.Runtime.CompilerServices;

// On the device it is this assembly that has the class.
[assembly: TypeForwardedTo(typeof(Environment))]
