if (args.Length > 0 && args[0] == "--worker")
{
    Child.Run(args[2..]);
}
else
{
    await Parent.Run(args);
}
